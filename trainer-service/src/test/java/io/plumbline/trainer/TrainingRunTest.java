package io.plumbline.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateDataSetRequest;
import io.plumbline.api.v1alpha1.CreateTrainingRunRequest;
import io.plumbline.api.v1alpha1.DataSet;
import io.plumbline.api.v1alpha1.DataSetHeader;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.DataSetServiceGrpc;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.GetTaskRequest;
import io.plumbline.api.v1alpha1.Heartbeat;
import io.plumbline.api.v1alpha1.ModelReference;
import io.plumbline.api.v1alpha1.PreferencePair;
import io.plumbline.api.v1alpha1.ReadDataSetRequest;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.SampleTask;
import io.plumbline.api.v1alpha1.TrainTask;
import io.plumbline.api.v1alpha1.TrainingRun;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.api.v1alpha1.WorkerIdentity;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.api.v1alpha1.WorkerServiceGrpc;
import io.plumbline.trainer.launch.WorkerLaunch;
import io.plumbline.trainer.stub.ReportStream;
import io.plumbline.trainer.stub.Script;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrainingRunTest extends TrainerTestBase {
  private static final ModelReference MODEL =
      ModelReference.newBuilder().setReference("stories15M").build();

  @Test
  void storesEveryRowOnceThoughReportsAreRepeated() throws Exception {
    launcher.follow(Script.REPEATING);

    TrainingRun ended = await(create("repeating", sample("repeating")));

    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(ended.getAttempts()).isEqualTo(1);
    assertThat(rows(ended.getOutputDataSetId()))
        .extracting(DataSetRow::getPosition)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 12).boxed().toList());
  }

  @Test
  void goesOnInAnotherAttemptAfterTheRowsThatAreStored() throws Exception {
    launcher.follow(Script.DIES_ONCE);

    TrainingRun ended = await(create("dies-once", sample("dies-once")));

    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(ended.getAttempts()).isEqualTo(2);
    // Prompt p2 has its completions half from the first and half from the second attempt.
    assertThat(rows(ended.getOutputDataSetId()))
        .extracting(row -> row.getCompletion().getCompletion().getId())
        .containsExactly(
            "p1-1", "p1-2", "p1-3", "p1-4", "p2-1", "p2-2", "p2-3", "p2-4", "p3-1", "p3-2", "p3-3",
            "p3-4");
  }

  @Test
  void keepsTheMetricsOfEachStepOnceOverAttempts() throws Exception {
    launcher.follow(Script.DIES_ONCE);

    TrainingRun ended = await(create("steps", train("steps")));

    assertThat(ended.getAttempts()).isEqualTo(2);
    assertThat(events(ended.getStatus().getId()))
        .filteredOn(RunEvent::hasMetrics)
        .extracting(event -> event.getMetrics().getStep())
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(ended.getLastMetrics().getValuesOrThrow("loss")).isEqualTo(0.25);
  }

  @Test
  void failsAfterTheLastAttemptAndSaysWhy() throws Exception {
    launcher.follow(Script.ALWAYS_DIES);

    TrainingRun ended = await(create("always-dies", train("always-dies")));

    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_FAILED);
    assertThat(ended.getAttempts()).isEqualTo(3);
    assertThat(ended.getStatus().getError().getMessage())
        .contains("lost in each of 3 attempts", "thread ended");
  }

  @Test
  void replacesAWorkerThatFellSilentAndRefusesItFromThenOn() throws Exception {
    launcher.follow(Script.SILENT_ONCE);

    TrainingRun ended = await(create("silent", train("silent")));

    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(ended.getAttempts()).isEqualTo(2);
    WorkerLaunch old = launcher.launchesOf(ended.getStatus().getId()).get(0);
    assertThatThrownBy(
            () ->
                WorkerServiceGrpc.newBlockingStub(channel)
                    .getTask(GetTaskRequest.newBuilder().setWorker(identity(old)).build()))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            failure ->
                assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
    try (var stream = new ReportStream(WorkerServiceGrpc.newStub(channel), identity(old))) {
      assertThatThrownBy(
              () ->
                  stream.send(
                      WorkerReport.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance())))
          .hasMessageContaining("this attempt of run");
    }
  }

  @Test
  void cancelsAWorkerThatIsAtIt() throws Exception {
    TrainingRun created = create("cancel", train("endless"));
    awaitMetrics(created.getStatus().getId());

    trainings()
        .cancelTrainingRun(
            CancelRunRequest.newBuilder().setId(created.getStatus().getId()).build());

    assertThat(await(created).getStatus().getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
  }

  @Test
  void returnsTheSameRunForTheSameRequestId() throws Exception {
    TrainingSpec spec = train("same");
    TrainingRun first = create("same", spec);

    assertThat(create("same", spec).getStatus().getId()).isEqualTo(first.getStatus().getId());
    assertThatThrownBy(() -> create("same", spec.toBuilder().setName("other").build()))
        .hasMessageContaining("request_id: 'same' was used for another specification");
    await(first);
  }

  @Test
  void refusesADataSetOfTheWrongKind() throws Exception {
    String prompts = train("wrong-kind").getTrain().getDataSetId();
    var task = SampleTask.newBuilder().setModel(MODEL).setDataSetId(prompts);
    var spec = TrainingSpec.newBuilder().setSample(task.setSampling(Recipes.sampling())).build();

    assertThatThrownBy(() -> create("wrong-kind", spec))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining("this task reads DATA_SET_KIND_PROMPTS");
  }

  private TrainingSpec sample(String name) throws Exception {
    List<DataSetRow> rows = new ArrayList<>();
    for (int i = 1; i <= Recipes.PROMPTS; i++) {
      rows.add(DataSetRow.newBuilder().setPrompt(Recipes.prompt("p" + i)).build());
    }
    String id = upload(name + "-prompts", DataSetKind.DATA_SET_KIND_PROMPTS, rows);
    return TrainingSpec.newBuilder()
        .setName(name)
        .setSample(
            SampleTask.newBuilder()
                .setModel(MODEL)
                .setDataSetId(id)
                .setSampling(Recipes.sampling()))
        .build();
  }

  private TrainingSpec train(String name) throws Exception {
    var pair = PreferencePair.newBuilder().setId("1").setPrompt(Recipes.prompt("p1"));
    String id =
        upload(
            name + "-pairs",
            DataSetKind.DATA_SET_KIND_PREFERENCE_PAIRS,
            List.of(DataSetRow.newBuilder().setPair(pair).build()));
    return TrainingSpec.newBuilder()
        .setName(name)
        .setTrain(
            TrainTask.newBuilder()
                .setModel(MODEL)
                .setDataSetId(id)
                .setObjective(Recipes.dpo())
                .setHyperParameters(Recipes.hyperParameters()))
        .build();
  }

  private String upload(String requestId, DataSetKind kind, List<DataSetRow> rows)
      throws Exception {
    CompletableFuture<DataSet> answer = new CompletableFuture<>();
    StreamObserver<CreateDataSetRequest> parts =
        DataSetServiceGrpc.newStub(channel)
            .createDataSet(
                new StreamObserver<>() {
                  @Override
                  public void onNext(DataSet dataSet) {
                    answer.complete(dataSet);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    answer.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {}
                });
    parts.onNext(
        CreateDataSetRequest.newBuilder()
            .setHeader(
                DataSetHeader.newBuilder().setRequestId(requestId).setName(requestId).setKind(kind))
            .build());
    rows.forEach(row -> parts.onNext(CreateDataSetRequest.newBuilder().setRow(row).build()));
    parts.onCompleted();
    return answer.get(30, TimeUnit.SECONDS).getId();
  }

  private TrainingRun create(String requestId, TrainingSpec spec) {
    return trainings()
        .createTrainingRun(
            CreateTrainingRunRequest.newBuilder().setRequestId(requestId).setSpec(spec).build());
  }

  private TrainingRun await(TrainingRun run) {
    events(run.getStatus().getId());
    return trainings()
        .getTrainingRun(GetRunRequest.newBuilder().setId(run.getStatus().getId()).build());
  }

  private List<RunEvent> events(String id) {
    List<RunEvent> events = new ArrayList<>();
    trainings()
        .watchTrainingRun(WatchRunRequest.newBuilder().setId(id).build())
        .forEachRemaining(events::add);
    return events;
  }

  private void awaitMetrics(String id) {
    var events = trainings().watchTrainingRun(WatchRunRequest.newBuilder().setId(id).build());
    while (!events.next().hasMetrics()) {
      assertThat(events.hasNext()).isTrue();
    }
  }

  private List<DataSetRow> rows(String id) {
    List<DataSetRow> rows = new ArrayList<>();
    dataSets()
        .readDataSet(ReadDataSetRequest.newBuilder().setId(id).build())
        .forEachRemaining(rows::add);
    return rows;
  }

  private static WorkerIdentity identity(WorkerLaunch launch) {
    return WorkerIdentity.newBuilder().setRunId(launch.runId()).setToken(launch.token()).build();
  }
}
