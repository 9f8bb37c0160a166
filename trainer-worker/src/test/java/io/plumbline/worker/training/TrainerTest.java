package io.plumbline.worker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.models.cache.Sha256;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.worker.checkpoint.CheckpointStore;
import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.testing.TinyModel;
import io.plumbline.worker.text.TokenizedCompletion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

  private static final List<PreferenceExample> EXAMPLES =
      List.of(
          example(List.of(1, 5, 9), List.of(13, 2, 40), List.of(33, 7)),
          example(List.of(1, 8), List.of(3, 4, 5, 6), List.of(10, 11, 12)),
          example(List.of(1, 20, 21, 22), List.of(23), List.of(24, 25)));

  private static final Lanes LANES = new Lanes(2);

  @TempDir Path root;
  private Path model;

  @BeforeEach
  void write() throws IOException {
    model = TinyModel.llama(root.resolve("model"));
  }

  private static PreferenceExample example(
      List<Integer> prompt, List<Integer> chosen, List<Integer> rejected) {
    return new PreferenceExample(
        row(prompt, chosen), row(prompt, rejected), OptionalDouble.empty());
  }

  private static TokenizedCompletion row(List<Integer> prompt, List<Integer> completion) {
    List<Integer> all = new ArrayList<>(prompt);
    all.addAll(completion);
    return new TokenizedCompletion(
        all.stream().mapToInt(Integer::intValue).toArray(), prompt.size());
  }

  private static HyperParameters options(int batch, int accumulation, int steps, int every) {
    return new HyperParameters(
        0.01, batch, accumulation, 100, steps, 1, 0.1, 0.5, 0.9, 0.99, 0, 1, every);
  }

  private static final class Recorder implements TrainingListener {
    final List<Map<String, Double>> metrics = new ArrayList<>();
    final List<Path> checkpoints = new ArrayList<>();

    @Override
    public void progress(String phase, long done, long total, String unit) {}

    @Override
    public void metrics(int step, Map<String, Double> values) {
      metrics.add(values);
    }

    @Override
    public void checkpoint(Path directory, int step) {
      checkpoints.add(directory);
    }
  }

  private Trainer.Outcome train(
      String directory, HyperParameters options, Recorder recorder, BooleanSupplier stop) {
    Objective objective = Catalogue.standard().create("dpo", Map.of("beta", 0.5));
    return new Trainer(
            Decoder.load(model),
            LANES,
            objective,
            options,
            EXAMPLES,
            new CheckpointStore(root.resolve(directory), model),
            recorder,
            "dpo beta=0.5")
        .run(stop);
  }

  @Test
  void takesTheStepsThatPyTorchTakes() {
    Recorder recorder = new Recorder();

    train("whole", options(3, 1, 4, 0), recorder, () -> false);

    // DPO (β 0.5) by torch.optim.AdamW and clip_grad_norm_ on transformers' Llama, torch 2.13.0:
    // loss, gradient norm, rewards/chosen, rewards/rejected, logps/chosen of each step.
    double[][] expected = {
      {0.693147, 2.018752, 0.000000, 0.000000, -11.930079},
      {0.370791, 1.200521, 0.618376, -0.397348, -10.693327},
      {0.226489, 0.575755, 1.007067, -0.818661, -9.915945},
      {0.167244, 0.439589, 1.212215, -1.101531, -9.505649}
    };
    assertThat(recorder.metrics).hasSize(4);
    for (int step = 0; step < 4; step++) {
      Map<String, Double> metrics = recorder.metrics.get(step);
      assertThat(
              new double[] {
                metrics.get("loss"),
                metrics.get("grad_norm"),
                metrics.get("rewards/chosen"),
                metrics.get("rewards/rejected"),
                metrics.get("logps/chosen")
              })
          .as("step %s", step + 1)
          .containsExactly(expected[step], within(2e-4));
    }
    assertThat(recorder.metrics.get(3))
        .containsKeys("tokens/s", "rewards/margins", "learning_rate");
  }

  @Test
  void accumulatesMicroBatchesToTheSameStep() {
    Recorder whole = new Recorder();
    Recorder cut = new Recorder();

    train("whole", options(3, 1, 3, 0), whole, () -> false);
    train("cut", options(3, 3, 3, 0), cut, () -> false);

    for (int step = 0; step < 3; step++) {
      assertThat(cut.metrics.get(step).get("loss"))
          .isCloseTo(whole.metrics.get(step).get("loss"), within(1e-5));
      assertThat(cut.metrics.get(step).get("grad_norm"))
          .isCloseTo(whole.metrics.get(step).get("grad_norm"), within(1e-4));
    }
  }

  @Test
  void goesOnFromACheckpointBitForBit() throws IOException {
    HyperParameters options = options(2, 1, 7, 0);
    Trainer.Outcome whole = train("whole", options, new Recorder(), () -> false);
    Recorder before = new Recorder();
    Recorder after = new Recorder();

    Trainer.Outcome stopped = train("parts", options, before, () -> before.metrics.size() == 3);
    Trainer.Outcome resumed = train("parts", options, after, () -> false);

    assertThat(stopped.complete()).isFalse();
    assertThat(stopped.step()).isEqualTo(3);
    assertThat(resumed.complete()).isTrue();
    assertThat(after.metrics).hasSize(4);
    for (String file : List.of("model.safetensors", "optimizer.safetensors")) {
      assertThat(Sha256.of(resumed.checkpoint().resolve(file)))
          .isEqualTo(Sha256.of(whole.checkpoint().resolve(file)));
    }
  }

  @Test
  void writesCheckpointsOnScheduleThatLoadAsModels() {
    Recorder recorder = new Recorder();

    train("whole", options(3, 1, 5, 2), recorder, () -> false);

    assertThat(recorder.checkpoints)
        .extracting(path -> path.getFileName().toString())
        .containsExactly("step-000002", "step-000004", "step-000005");
    assertThat(recorder.checkpoints.get(0).resolve("optimizer.safetensors")).doesNotExist();
    assertThat(Decoder.load(recorder.checkpoints.get(0)).config().layers()).isEqualTo(2);
  }

  @Test
  void refusesTheCheckpointOfAnotherRun() {
    train("whole", options(3, 1, 2, 0), new Recorder(), () -> false);

    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(() -> train("whole", options(3, 1, 3, 0), new Recorder(), () -> false))
        .withMessageContaining("belongs to another run");
  }

  @Test
  void refusesSettingsAndDataThatCannotWork() {
    HyperParameters options = options(3, 1, 2, 0);

    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(() -> options(3, 4, 2, 0))
        .withMessageContaining("gradient_accumulation is 4: give 1 to batch_size");
    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(
            () ->
                new Trainer(
                        Decoder.load(model),
                        LANES,
                        Catalogue.standard().create("dpo", Map.of()),
                        options,
                        List.of(),
                        new CheckpointStore(root.resolve("empty"), model),
                        new Recorder(),
                        "dpo")
                    .run(() -> false))
        .withMessageContaining("holds no pairs");
  }
}
