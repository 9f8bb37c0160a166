package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.api.v1alpha1.RankRequest;
import io.plumbline.api.v1alpha1.RankResponse;
import io.plumbline.api.v1alpha1.RankedCompletion;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.judgment.protocol.ListRanking;
import io.plumbline.judgment.protocol.Listwise;
import io.plumbline.preference.message.PlainText;
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

/** Ranks the completions of a prompt together. */
@Command(
    name = "rank",
    description = {
      "Ranks the completions of each prompt by one question, asked several times in shuffled orders"
          + " (k-sampling listwise); with --select it lists only what is useful for the prompt.",
      "Without --judge it works by files, as compare does."
    },
    mixinStandardHelpOptions = true)
public final class JudgeRankCommand implements Callable<Integer> {
  private static final String STATE = "VERDICT_STATE_";

  @Spec private CommandSpec command;

  @Mixin private AskingOptions asking;

  @Option(
      names = "--samples",
      paramLabel = "K",
      description = "How many orders are asked, 1 to 15; default ${DEFAULT-VALUE}.")
  private int samples = 3;

  @Option(names = "--select", description = "Lists only useful completions, passages for example.")
  private boolean selects;

  @Option(names = "--seed", description = "Seeds the shuffles; default ${DEFAULT-VALUE}.")
  private long seed = 42;

  @Option(names = "--principle", description = "What to judge by.")
  private String principle = "";

  @Option(names = "--example", description = "Uses completions of ours instead of a file.")
  private boolean example;

  @Mixin private RowsOptions printing;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "jsonl of {prompt, completions: [...]}, 2 to 20 each; id optional.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    if (example == (file != null)) {
      throw new UsageException("name either FILE or --example");
    }
    if (samples < 1 || samples > 15) {
      throw new UsageException("--samples must be 1 to 15, is " + samples);
    }
    List<Candidates> rows = example ? List.of(Candidates.example()) : Candidates.read(file);
    for (Candidates row : rows) {
      if (row.completions().size() < 2 || row.completions().size() > 20) {
        throw new UsageException(
            "row '%s' has %d completions, not 2 to 20"
                .formatted(row.id(), row.completions().size()));
      }
    }
    RowsOutput output = printing.open();
    if (asking.asksService()) {
      asked(rows, output);
    } else {
      replayed(rows, output);
    }
    output.end();
    asking.writeMissing("prompts").ifPresent(command.commandLine().getErr()::println);
    return 0;
  }

  private void asked(List<Candidates> rows, RowsOutput output) throws IOException {
    try (Evaluator evaluator = asking.evaluator()) {
      for (Candidates row : rows) {
        RankResponse response =
            evaluator.rank(
                RankRequest.newBuilder()
                    .setJudge(asking.judge().setPrinciple(principle).setSamples(samples))
                    .setPrompt(row.promptMessage())
                    .addAllCompletions(row.completionMessages())
                    .setSelects(selects)
                    .setSeed(seed)
                    .build());
        ObjectNode out =
            row(row, response.getState().name().substring(STATE.length()), response.getDetail());
        out.put("readable", response.getReadableSamples());
        ArrayNode places = out.putArray("ranking");
        for (RankedCompletion place : response.getCompletionsList()) {
          place(places, place.getRank(), place.getMeanRank(), place.getListed());
        }
        output.row(out);
      }
    }
  }

  private void replayed(List<Candidates> rows, RowsOutput output) {
    Listwise listwise = new Listwise(samples, selects, seed);
    AskingOptions.Asker asker = asking.asker();
    for (Candidates row : rows) {
      Optional<ListRanking> ranked =
          asker.answered(listwise.begin(new PlainText(row.prompt()), row.contents(), principle));
      if (ranked.isEmpty()) {
        output.row(row(row, "WAITING", ""));
        continue;
      }
      ObjectNode out = row(row, ranked.get().state().name(), ranked.get().detail());
      out.put("readable", ranked.get().readable());
      ArrayNode places = out.putArray("ranking");
      for (ListRanking.Place place : ranked.get().places()) {
        place(places, place.rank(), place.meanRank(), place.listed());
      }
      output.row(out);
    }
  }

  private static ObjectNode row(Candidates candidates, String state, String detail) {
    ObjectNode row =
        JsonNodeFactory.instance.objectNode().put("id", candidates.id()).put("state", state);
    return detail.isEmpty() ? row : row.put("reason", detail);
  }

  private static void place(ArrayNode places, int rank, double meanRank, double listed) {
    int completion = places.size();
    places
        .addObject()
        .put("completion", completion)
        .put("rank", rank)
        .put("mean_rank", meanRank)
        .put("listed", listed);
  }
}
