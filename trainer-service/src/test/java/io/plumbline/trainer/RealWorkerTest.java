package io.plumbline.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plumbline.api.v1alpha1.CreateTrainingRunRequest;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.ModelReference;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.SampleTask;
import io.plumbline.api.v1alpha1.SamplingParameters;
import io.plumbline.api.v1alpha1.TrainingRun;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.trainer.dataset.DataSets;
import io.plumbline.trainer.dataset.StoredDataSet;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The worker's own jar as a process, killed in the middle. */
@QuarkusTest
@TestProfile(RealWorkerTest.Jar.class)
class RealWorkerTest extends TrainerTestBase {
  private static final Path JAR =
      Path.of(
          System.getProperty("plumbline.root"),
          "trainer-worker/target/plumbline-trainer-worker.jar");
  private static final Path MODELS =
      Path.of(System.getProperty("user.home"), ".cache/plumbline/models");
  private static final int PROMPTS = 12;
  private static final int COMPLETIONS = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Patient with a busy machine. */
  public static final class Jar implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "plumbline.worker.jar", JAR.toString(),
          "plumbline.worker.heartbeat-timeout", "30S",
          "plumbline.trainer.home", "target/real-worker");
    }
  }

  @Inject DataSets stored;

  @Test
  void losesAndRepeatsNothingWhenItsProcessIsKilled() {
    assumeTrue(Files.isRegularFile(JAR), "trainer-worker is not packaged: " + JAR);
    assumeTrue(Files.isDirectory(MODELS), "stories15M is not in the cache: " + MODELS);
    String id = create(prompts()).getStatus().getId();
    var events =
        trainings()
            .withDeadlineAfter(5, java.util.concurrent.TimeUnit.MINUTES)
            .watchTrainingRun(WatchRunRequest.newBuilder().setId(id).build());
    while (events.next().getProgress().getDone() == 0) {
      assertThat(events.hasNext()).isTrue();
    }

    long killed =
        ProcessHandle.current()
            .descendants()
            .filter(process -> isWorker(process, id))
            .filter(ProcessHandle::destroyForcibly)
            .count();
    events.forEachRemaining(event -> {});

    assertThat(killed).isPositive();
    TrainingRun ended = trainings().getTrainingRun(GetRunRequest.newBuilder().setId(id).build());
    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(ended.getAttempts()).isEqualTo(2);
    List<DataSetRow> rows = await(stored.read(ended.getOutputDataSetId(), 0).collect().asList());
    assertThat(rows)
        .extracting(DataSetRow::getPosition)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, PROMPTS * COMPLETIONS).boxed().toList());
    assertThat(rows)
        .extracting(row -> row.getCompletion().getCompletion().getId())
        .doesNotHaveDuplicates();
  }

  private static boolean isWorker(ProcessHandle process, String runId) {
    return process
        .info()
        .arguments()
        .map(List::of)
        .filter(arguments -> arguments.contains("-jar") && arguments.contains(runId))
        .filter(arguments -> !arguments.contains("-c"))
        .isPresent();
  }

  private String prompts() {
    StoredDataSet dataSet =
        await(stored.open("real-prompts", "prompts", DataSetKind.DATA_SET_KIND_PROMPTS));
    List<DataSetRow> rows =
        IntStream.rangeClosed(1, PROMPTS)
            .mapToObj(i -> DataSetRow.newBuilder().setPrompt(Recipes.prompt("p" + i)).build())
            .toList();
    await(stored.append(dataSet.id, 1, rows));
    return await(stored.complete(dataSet.id)).id;
  }

  private TrainingRun create(String promptsId) {
    var task =
        SampleTask.newBuilder()
            .setModel(ModelReference.newBuilder().setReference("stories15M"))
            .setDataSetId(promptsId)
            .setSampling(
                SamplingParameters.newBuilder()
                    .setCompletionsPerPrompt(COMPLETIONS)
                    .setMaxNewTokens(12)
                    .setTemperature(1)
                    .setSeed(1));
    return trainings()
        .createTrainingRun(
            CreateTrainingRunRequest.newBuilder()
                .setRequestId("real")
                .setSpec(TrainingSpec.newBuilder().setSample(task).setLauncher("process"))
                .build());
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }
}
