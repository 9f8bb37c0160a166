package io.plumbline.cli.reward;

import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.HeadTrainingSpec;
import io.plumbline.api.v1alpha1.Progress;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.output.ProgressBar;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline reward train}: a head on a file of pairs, published under a name. */
@Command(
    name = "train",
    description = {
      "Trains a reward head on preference pairs to its optimum, measures it on prompts kept out,",
      "and publishes it as the next version of its name."
    },
    mixinStandardHelpOptions = true)
public final class RewardTrainCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private ServiceOptions service;
  @Mixin private OutputOptions output;

  @Option(names = "--name", required = true, description = "Name to publish the head under.")
  private String name;

  @Option(
      names = "--pairs",
      required = true,
      paramLabel = "F",
      description = "JSONL (or .gz) with prompt, chosen and rejected; margin, probability.")
  private Path file;

  @Option(
      names = "--loss",
      paramLabel = "NAME",
      description =
          "bradley-terry (default), margin, scaled (both read the margin) or direct-reward.",
      defaultValue = "bradley-terry")
  private String loss;

  @Option(
      names = "--label-smoothing",
      paramLabel = "E",
      description = "Smoothing of Bradley-Terry's labels, from 0 to below 0.5; default 0.")
  private double labelSmoothing;

  @Option(
      names = "--ridge",
      paramLabel = "R",
      description = "Penalty on the weights, per pair; default 0.01.")
  private double ridge;

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description = "Share of the prompts kept out, 0 to 0.5; default ${DEFAULT-VALUE}.",
      defaultValue = "0.2")
  private double heldOut;

  @Option(names = "--seed", description = "Seed of the split; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Override
  public Integer call() {
    PairFile pairs = PairFile.read(file, command.commandLine().getErr());
    HeadTrainingSpec spec = spec(pairs);
    HeadTraining training;
    try (RewardClient client = new RewardClient(service.connect(ServiceKind.REWARD));
        ProgressBar bar = ProgressBar.onStandardError()) {
      training = client.train(UUID.randomUUID().toString(), spec, event -> show(event, bar));
    }
    TrainedModel model = TrainedModel.of(training.getModel(), pairs.badRows());
    output.print(model, model::text);
    return pairs.badRows().isEmpty() ? 0 : 2;
  }

  private HeadTrainingSpec spec(PairFile pairs) {
    HeadTrainingSpec.Builder spec =
        HeadTrainingSpec.newBuilder()
            .setName(name)
            .setRidge(ridge)
            .setHeldOutShare(heldOut)
            .setSeed(seed)
            .setLoss(lossName().loss())
            .setLabelSmoothing(labelSmoothing);
    for (int number = 0; number < pairs.pairs().size(); number++) {
      spec.addPairs(PairRequests.pair(number, pairs.pairs().get(number)));
    }
    return spec.build();
  }

  private LossName lossName() {
    return Arrays.stream(LossName.values())
        .filter(known -> known.toString().equals(loss.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--loss '" + loss + "' is none of " + Arrays.toString(LossName.values())));
  }

  private static void show(RunEvent event, ProgressBar bar) {
    if (event.hasProgress()) {
      Progress progress = event.getProgress();
      bar.update(
          progress.getPhase(), progress.getDone(), progress.getTotal(), progress.getUnit(), "");
    }
  }
}
