package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.ManagedChannel;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc;
import io.plumbline.api.v1alpha1.SynthesizeRequest;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes preference pairs for prompts through judge-service. */
@Command(
    name = "synthesize",
    description = {
      "Writes preference pairs for prompts: a generator answers, a reviewer or rewritten prompts"
          + " make it answer anew, a judge says which answer is better.",
      "What came of each prompt stands in --journal as it comes: run again after a break, and only"
          + " prompts that are not done, or failed, are asked for. Other settings ask for all."
    },
    mixinStandardHelpOptions = true)
public final class JudgeSynthesizeCommand implements Callable<Integer> {
  private static final int MOST_PARALLEL = 64;

  @Spec private CommandSpec command;

  @Mixin private SynthesisOptions synthesis;

  @Mixin private ServiceOptions service;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PAIRS",
      description = "Where the pairs go: jsonl of {id, prompt, chosen, rejected, probability}.")
  private Path pairs;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "What came of each prompt; default PAIRS.journal.")
  private Path journal;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Prompts at a time, 1 to 64; default ${DEFAULT-VALUE}.")
  private int parallel = 4;

  @Option(
      names = "--budget",
      paramLabel = "COST",
      description = "Stops once this run has cost so much; default no limit.")
  private double budget;

  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "PROMPTS",
      description = "jsonl of {prompt}, a string or turns; id and material optional.")
  private Path prompts;

  @Override
  public Integer call() throws IOException {
    if (parallel < 1 || parallel > MOST_PARALLEL) {
      throw new UsageException("--parallel must be 1 to " + MOST_PARALLEL + ", is " + parallel);
    }
    List<SynthesisWork.Task> all = new ArrayList<>();
    for (PromptRow row : PromptRow.read(prompts)) {
      SynthesizeRequest request = synthesis.request(row);
      all.add(new SynthesisWork.Task(row, request, SynthesisRow.digest(request)));
    }
    Path kept = journal == null ? Path.of(pairs + ".journal") : journal;
    try (SynthesisJournal lines = SynthesisJournal.open(kept)) {
      int asked = ask(all, lines);
      SynthesisSummary summary = SynthesisPairs.write(pairs, all, lines);
      print(summary, asked);
      return summary.isComplete() ? 0 : 1;
    }
  }

  private int ask(List<SynthesisWork.Task> all, SynthesisJournal lines) throws IOException {
    List<SynthesisWork.Task> missing = new ArrayList<>();
    for (SynthesisWork.Task task : all) {
      if (lines.find(task.digest()).filter(SynthesisRow::isDone).isEmpty()) {
        missing.add(task);
      }
    }
    if (missing.isEmpty()) {
      return 0;
    }
    ManagedChannel channel = service.connect(ServiceKind.JUDGE);
    try {
      SynthesisWork work =
          new SynthesisWork(JudgeServiceGrpc.newBlockingStub(channel), lines, budget);
      work.run(missing, parallel, all.size() - missing.size());
      return work.finished();
    } finally {
      channel.shutdownNow();
    }
  }

  private void print(SynthesisSummary summary, int asked) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("prompts", summary.prompts()).put("asked", asked).put("pairs", summary.pairs());
    summary.states().forEach(document.putObject("states")::put);
    document
        .put("prompt_tokens", summary.promptTokens())
        .put("completion_tokens", summary.completionTokens())
        .put("cost", summary.cost())
        .put("file", pairs.toString());
    output.print(
        document,
        () ->
            document.properties().stream()
                .map(field -> field.getKey() + " " + text(field.getValue()))
                .collect(Collectors.joining(", ")));
    summary.shortfall().ifPresent(line -> command.commandLine().getErr().println(line));
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
