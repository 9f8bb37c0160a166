package io.plumbline.worker.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.HyperParameters;
import io.plumbline.api.v1alpha1.LogProbabilityTask;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.ModelReference;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.PreferencePair;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.api.v1alpha1.SampleTask;
import io.plumbline.api.v1alpha1.SamplingParameters;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.api.v1alpha1.TrainTask;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.api.v1alpha1.WorkerReport.BodyCase;
import io.plumbline.api.v1alpha1.WorkerTask;
import io.plumbline.models.resolve.ModelResolver;
import io.plumbline.worker.WorkerMain;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.testing.FakeTrainer;
import io.plumbline.worker.testing.Stories;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerProcessTest {

  private static final Lanes LANES = new Lanes(2);

  @TempDir Path root;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private ExitCode work(String trainer, String token, Duration patience) {
    WorkerArguments arguments = new WorkerArguments(trainer, "run-1", token, 0, patience);
    return new WorkerProcess(
            arguments,
            ModelResolver.standard(System.getenv()),
            LANES,
            () -> false,
            new PrintStream(log, true, StandardCharsets.UTF_8))
        .run();
  }

  private ExitCode work(FakeTrainer trainer) {
    return work(trainer.address(), FakeTrainer.TOKEN, Duration.ofSeconds(30));
  }

  private static ModelReference stories() {
    return ModelReference.newBuilder().setReference("file:" + Stories.directory()).build();
  }

  private static Prompt prompt(String text) {
    return Prompt.newBuilder()
        .setId("p-" + text.length())
        .addMessages(
            Message.newBuilder()
                .setRole(Role.ROLE_USER)
                .addParts(ContentPart.newBuilder().setText(text)))
        .build();
  }

  private static ContentPart text(String text) {
    return ContentPart.newBuilder().setText(text).build();
  }

  private static List<DataSetRow> prompts(String... texts) {
    return IntStream.range(0, texts.length)
        .mapToObj(
            i -> DataSetRow.newBuilder().setPosition(i + 1L).setPrompt(prompt(texts[i])).build())
        .toList();
  }

  private static WorkerTask sampleTask(ModelReference model, int completions) {
    return WorkerTask.newBuilder()
        .setSpec(
            TrainingSpec.newBuilder()
                .setSample(
                    SampleTask.newBuilder()
                        .setModel(model)
                        .setSampling(
                            SamplingParameters.newBuilder()
                                .setCompletionsPerPrompt(completions)
                                .setMaxNewTokens(5)
                                .setTemperature(1)
                                .setSeed(3))))
        .build();
  }

  private static List<DataSetRow> outputRows(FakeTrainer trainer) {
    return trainer.reports().stream()
        .filter(WorkerReport::hasRows)
        .flatMap(report -> report.getRows().getRowsList().stream())
        .toList();
  }

  private WorkerTask trainTask(int steps) {
    return WorkerTask.newBuilder()
        .setCheckpointDirectory(root.resolve("checkpoints").toString())
        .setSpec(
            TrainingSpec.newBuilder()
                .setTrain(
                    TrainTask.newBuilder()
                        .setModel(stories())
                        .setObjective(
                            ObjectiveSpec.newBuilder().setName("dpo").putParameters("beta", 0.1))
                        .setHyperParameters(
                            HyperParameters.newBuilder()
                                .setLearningRate(1e-4)
                                .setBatchSize(2)
                                .setEpochs(100)
                                .setMaxSteps(steps))))
        .build();
  }

  private static List<DataSetRow> pairs() {
    PreferencePair.Builder pair =
        PreferencePair.newBuilder()
            .setPrompt(prompt("Once upon a time"))
            .addChosen(text(", there was a dog named Max."))
            .addRejected(text(", there was a cat."));
    return List.of(
        DataSetRow.newBuilder().setPosition(1).setPair(pair.setId("a")).build(),
        DataSetRow.newBuilder().setPosition(2).setPair(pair.setId("b")).build());
  }

  @Test
  void deliversSamplesInOrderOverABrokenConnection() throws IOException {
    List<DataSetRow> prompts = prompts("Once upon a time", "Lily");
    try (FakeTrainer whole = new FakeTrainer(sampleTask(stories(), 2), prompts);
        FakeTrainer broken = new FakeTrainer(sampleTask(stories(), 2), prompts).breakAfter(2)) {

      assertThat(work(whole)).isEqualTo(ExitCode.DONE);
      assertThat(work(broken)).isEqualTo(ExitCode.DONE);

      assertThat(outputRows(whole))
          .extracting(DataSetRow::getPosition)
          .containsExactly(1L, 2L, 3L, 4L);
      assertThat(outputRows(whole).get(2).getCompletion().getCompletion())
          .satisfies(
              completion -> {
                assertThat(completion.getId()).isEqualTo("p-4#0");
                assertThat(completion.getPrompt()).isEqualTo(prompt("Lily"));
                assertThat(completion.getTokens()).isBetween(1, 5);
              });
      assertThat(outputRows(broken)).isEqualTo(outputRows(whole));
      assertThat(last(broken).getBodyCase()).isEqualTo(BodyCase.FINISHED);
    }
  }

  private static WorkerReport last(FakeTrainer trainer) {
    return trainer.reports().get(trainer.reports().size() - 1);
  }

  @Test
  void measuresLogProbabilities() throws IOException {
    Completion completion =
        Completion.newBuilder()
            .setPrompt(prompt("Lily and Tom were playing with a kite."))
            .addParts(text(" The wind was strong. \"Look!\" said Tom."))
            .build();
    DataSetRow row =
        DataSetRow.newBuilder()
            .setPosition(1)
            .setCompletion(ScoredCompletion.newBuilder().setCompletion(completion))
            .build();
    WorkerTask task =
        WorkerTask.newBuilder()
            .setSpec(
                TrainingSpec.newBuilder()
                    .setLogProbability(LogProbabilityTask.newBuilder().setModel(stories())))
            .build();
    try (FakeTrainer trainer = new FakeTrainer(task, List.of(row))) {

      assertThat(work(trainer)).isEqualTo(ExitCode.DONE);

      ScoredCompletion scored = outputRows(trainer).get(0).getCompletion();
      // transformers 5.18.0: the sum over the completion's 11 tokens.
      assertThat(scored.getLogProbabilitiesOrThrow(stories().getReference()))
          .isCloseTo(-32.830118, within(1e-3));
      assertThat(scored.getCompletion().getTokens()).isEqualTo(11);
    }
  }

  @Test
  void trainsAndNamesItsCheckpoint() throws IOException {
    try (FakeTrainer trainer = new FakeTrainer(trainTask(2), pairs())) {

      assertThat(work(trainer)).isEqualTo(ExitCode.DONE);

      assertThat(trainer.reports()).filteredOn(WorkerReport::hasMetrics).hasSize(2);
      assertThat(last(trainer).getFinished().getCheckpoint().getReference())
          .isEqualTo("file:" + root.resolve("checkpoints/step-000002"));
    }
  }

  @Test
  void leavesACheckpointWhenItIsCancelled() throws IOException {
    try (FakeTrainer trainer = new FakeTrainer(trainTask(200), pairs()).cancelAfter(6)) {

      assertThat(work(trainer)).isEqualTo(ExitCode.INTERRUPTED);

      assertThat(last(trainer).getInterrupted().getReason()).isEqualTo("cancelled by the trainer");
      assertThat(trainer.reports()).filteredOn(WorkerReport::hasCheckpoint).hasSize(1);
    }
  }

  @Test
  void leavesACheckpointOnSigterm() throws IOException, InterruptedException {
    try (FakeTrainer trainer = new FakeTrainer(trainTask(100_000), pairs())) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  WorkerMain.class.getName(),
                  "--trainer",
                  trainer.address(),
                  "--run",
                  "run-1",
                  "--token",
                  FakeTrainer.TOKEN)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      trainer.await(BodyCase.METRICS, 2);

      process.destroy();

      assertThat(process.waitFor()).isEqualTo(ExitCode.INTERRUPTED.code());
      assertThat(last(trainer).getInterrupted().getReason()).isEqualTo("stopped by a signal");
      String checkpoint =
          trainer.reports().stream()
              .filter(WorkerReport::hasCheckpoint)
              .findFirst()
              .orElseThrow()
              .getCheckpoint()
              .getCheckpoint()
              .getReference();
      assertThat(Path.of(checkpoint.substring("file:".length())))
          .isDirectoryContaining("glob:**/optimizer.safetensors");
    }
  }

  @Test
  void tellsTheCauseAndRemedyOfABadTask() throws IOException {
    ModelReference unknown = ModelReference.newBuilder().setReference("stories16M").build();
    try (FakeTrainer trainer = new FakeTrainer(sampleTask(unknown, 1), prompts("Lily"))) {

      assertThat(work(trainer)).isEqualTo(ExitCode.BAD_INPUT);

      assertThat(last(trainer).getFailed().getMessage())
          .startsWith("unknown model reference 'stories16M': use file:/path");
      assertThat(log.toString(StandardCharsets.UTF_8)).hasLineCount(1);
    }
  }

  @Test
  void stopsWithoutATraceWhenItsTokenIsOutdated() throws IOException {
    try (FakeTrainer trainer = new FakeTrainer(trainTask(1), pairs())) {

      assertThat(work(trainer.address(), "token-0", Duration.ofSeconds(30)))
          .isEqualTo(ExitCode.OUTDATED);

      assertThat(root.resolve("checkpoints")).doesNotExist();
    }
  }

  @Test
  void givesUpWhenTheTrainerIsGone() throws IOException {
    FakeTrainer trainer = new FakeTrainer(trainTask(1), pairs());
    String address = trainer.address();
    trainer.close();

    assertThat(work(address, FakeTrainer.TOKEN, Duration.ofSeconds(1)))
        .isEqualTo(ExitCode.TRAINER_LOST);
  }
}
