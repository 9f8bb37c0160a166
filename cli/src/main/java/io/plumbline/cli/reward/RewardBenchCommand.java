package io.plumbline.cli.reward;

import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceOptions;
import io.plumbline.preference.PreferencePair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline reward bench}: how well a model agrees with preferences. */
@Command(
    name = "bench",
    description = {
      "Measures a reward model on preference pairs: accuracy with an interval clustered by prompt,",
      "calibration, the temperature that fits best, and what length alone would have had."
    },
    mixinStandardHelpOptions = true)
public final class RewardBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private ServiceOptions service;
  @Mixin private ModelOptions model;
  @Mixin private OutputOptions output;

  @Option(
      names = "--pairs",
      required = true,
      paramLabel = "F",
      description = "JSONL (or .gz) with prompt, chosen and rejected; probability.")
  private Path file;

  @Override
  public Integer call() {
    PairFile pairs = PairFile.read(file, command.commandLine().getErr());
    List<String> texts = new ArrayList<>();
    for (PreferencePair pair : pairs.pairs()) {
      texts.add(pair.chosen().content().text());
      texts.add(pair.rejected().content().text());
    }
    try (RewardClient client = new RewardClient(service.connect(ServiceKind.REWARD))) {
      BatchedScores scores = BatchedScores.of(client, model.request().build(), texts);
      BenchDocument document = BenchDocument.of(pairs, scores);
      output.print(document, document::text);
    }
    return pairs.badRows().isEmpty() ? 0 : 2;
  }
}
