package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.JudgeTemplate;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.judgment.media.Illustrated;
import io.plumbline.judgment.mitigation.Mitigated;
import io.plumbline.judgment.mitigation.Mitigation;
import io.plumbline.judgment.protocol.PairwiseProtocol;
import io.plumbline.judgment.protocol.ProtocolEntry;
import io.plumbline.judgment.protocol.Protocols;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.protocol.VerdictSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares pairs: through judge-service, or by files of requests and answers. */
@Command(
    name = "compare",
    description = {
      "Compares pairs of completions and prints one verdict per line.",
      "With --judge it asks judge-service. Without, it works by files: answers that are not in"
          + " --answers are written to --requests in OpenAI's batch format; answer them, then run"
          + " the command again."
    },
    mixinStandardHelpOptions = true)
public final class JudgeCompareCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description = "How a chat model is asked; see judge protocols. Default ${DEFAULT-VALUE}.")
  private String protocol = Protocols.DEFAULT;

  @Mixin private TemplateOptions template;

  @Option(
      names = "--samples",
      paramLabel = "K",
      description =
          "How often a judge is asked, its majority deciding (self-consistency): odd, at most 15,"
              + " with --temperature above 0; default 1.")
  private int samples = 1;

  @Option(
      names = "--mitigation",
      paramLabel = "NAME",
      description = "Keeps a judge from being swayed: system-prompt, examples or self-reflection.")
  private String mitigation = "";

  @Option(names = "--principle", description = "What to judge by; overrides the rows' own.")
  private String principle = "";

  @Mixin private AskingOptions asking;

  @Option(names = "--example", description = "Uses one comparison of ours instead of a file.")
  private boolean example;

  @Mixin private RowsOptions printing;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "jsonl of {prompt, a, b} or {prompt, chosen, rejected}, with id, principle"
              + " and material optional.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    List<Question> questions = questions();
    RowsOutput output = printing.open();
    if (asking.asksService()) {
      asked(questions, output);
    } else {
      replayed(questions, output);
    }
    output.end();
    asking.writeMissing("comparisons").ifPresent(command.commandLine().getErr()::println);
    return 0;
  }

  private List<Question> questions() {
    if (example == (file != null)) {
      throw new UsageException("name either FILE or --example");
    }
    List<Question> read = example ? List.of(QuestionFile.example()) : QuestionFile.read(file);
    return principle.isEmpty()
        ? read
        : read.stream().map(question -> question.by(principle)).toList();
  }

  private void asked(List<Question> questions, RowsOutput output) throws IOException {
    Optional<JudgeTemplate> own = template.message();
    JudgeSpec spec =
        asking.judge(
            each -> {
              each.setProtocol(protocol).setSamples(samples).setMitigation(mitigation);
              own.ifPresent(each::setTemplate);
            });
    try (Evaluator evaluator = asking.evaluator()) {
      evaluator.judge(
          spec,
          questions,
          principle,
          page -> {
            page.forEach(verdict -> output.row(VerdictRows.of(verdict)));
            output.flush();
          });
    }
  }

  private void replayed(List<Question> questions, RowsOutput output) {
    VerdictSource source = asking.source();
    if (samples != 1) {
      throw new UsageException(
          "--samples needs --judge chat:NAME: files hold one answer to a question");
    }
    PairwiseProtocol plain = template.protocol(source).orElseGet(() -> entry().create(source));
    PairwiseProtocol asked =
        new Illustrated(
            mitigation().<PairwiseProtocol>map(way -> new Mitigated(plain, way)).orElse(plain));
    AskingOptions.Asker asker = asking.asker();
    for (Question question : questions) {
      requireMaterial(question);
      output.row(
          asker
              .answered(asked.begin(question))
              .map(verdict -> VerdictRows.of(question.comparison().id(), verdict))
              .orElseGet(() -> waitingRow(question)));
    }
  }

  private Optional<Mitigation> mitigation() {
    Optional<Mitigation> named = Mitigation.named(mitigation);
    if (named.isEmpty() && !mitigation.isEmpty()) {
      throw new UsageException(
          "--mitigation '%s' is none of %s".formatted(mitigation, Mitigation.labels()));
    }
    return named;
  }

  private static ObjectNode waitingRow(Question question) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", question.comparison().id())
        .put("state", "WAITING");
  }

  private void requireMaterial(Question question) {
    if (template.isGiven()) {
      return;
    }
    for (String name : entry().material()) {
      if (question.material().getOrDefault(name, "").isBlank()) {
        throw new UsageException(
            "comparison '%s' has no material '%s', which protocol '%s' needs"
                .formatted(question.comparison().id(), name, protocol));
      }
    }
  }

  private ProtocolEntry entry() {
    return Protocols.named(protocol)
        .orElseThrow(
            () ->
                new UsageException(
                    "--protocol '%s' is none of %s"
                        .formatted(
                            protocol, Protocols.all().stream().map(ProtocolEntry::name).toList())));
  }
}
