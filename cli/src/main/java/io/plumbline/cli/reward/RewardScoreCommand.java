package io.plumbline.cli.reward;

import io.plumbline.api.v1alpha1.Score;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline reward score}: the rewards of a file of completions. */
@Command(
    name = "score",
    description = "Scores completions with a reward model; the prompt is not read.",
    mixinStandardHelpOptions = true)
public final class RewardScoreCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private ServiceOptions service;
  @Mixin private ModelOptions model;
  @Mixin private OutputOptions output;

  @Parameters(
      paramLabel = "FILE",
      description = "JSONL (or .gz) with completion, and id or the row's number.")
  private Path file;

  /** What is printed. */
  record Document(String model, String digest, int badRows, List<ScoredCompletion> scores) {}

  @Override
  public Integer call() {
    CompletionFile completions = CompletionFile.read(file, command.commandLine().getErr());
    try (RewardClient client = new RewardClient(service.connect(ServiceKind.REWARD))) {
      BatchedScores scores =
          BatchedScores.of(
              client,
              model.request().build(),
              completions.rows().stream().map(CompletionRow::completion).toList());
      Document document = document(completions, scores);
      output.print(document, () -> text(document));
    }
    return completions.badRows() == 0 ? 0 : 2;
  }

  private static Document document(CompletionFile completions, BatchedScores scores) {
    List<ScoredCompletion> rows = new ArrayList<>();
    for (int number = 0; number < completions.rows().size(); number++) {
      String id = completions.rows().get(number).id();
      Score score = scores.scores().get(number);
      rows.add(
          new ScoredCompletion(
              id.isEmpty() ? Integer.toString(number + 1) : id,
              score.hasReward() ? score.getReward() : null,
              score.getComponentsMap(),
              score.getReason()));
    }
    return new Document(scores.model(), scores.digest(), completions.badRows(), rows);
  }

  private static String text(Document document) {
    return document.scores().stream()
        .map(
            row ->
                row.reward() == null
                    ? row.id() + "\t\t" + row.reason()
                    : String.format(Locale.ROOT, "%s\t%.6f", row.id(), row.reward()))
        .collect(Collectors.joining("\n", "# " + document.model() + "\n", "\n"));
  }
}
