package io.plumbline.blackbox.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateTrainingRunRequest;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.Finished;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.Heartbeat;
import io.plumbline.api.v1alpha1.Interrupted;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.ModelReference;
import io.plumbline.api.v1alpha1.OutputRows;
import io.plumbline.api.v1alpha1.Progress;
import io.plumbline.api.v1alpha1.ReadDataSetRequest;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.SampleTask;
import io.plumbline.api.v1alpha1.SamplingParameters;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.api.v1alpha1.TrainingRun;
import io.plumbline.api.v1alpha1.TrainingServiceGrpc;
import io.plumbline.api.v1alpha1.TrainingServiceGrpc.TrainingServiceBlockingStub;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.blackbox.door.ContractBody;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Runs;
import io.plumbline.blackbox.door.Service;
import io.plumbline.blackbox.door.Texts;
import io.plumbline.blackbox.stub.Stubs;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrainingRunTest {
  private static final Doors DOORS = Doors.of(Service.TRAINER);

  @Test
  void storesWhatTheWorkerOfAKubernetesJobReports() throws Exception {
    String id = create("kubernetes-job").getStatus().getId();
    RemoteWorker worker = RemoteWorker.of(id, DOORS.channel());
    assertThat(worker.task().getSpec().getSample().getModel().getReference())
        .isEqualTo("stories15M");
    List<DataSetRow> prompts = worker.input();
    assertThat(prompts).extracting(row -> row.getPrompt().getId()).containsExactly("p1", "p2");

    for (int i = 0; i < 2; i++) {
      worker.report(WorkerReport.newBuilder().setRows(completion(i + 1L, prompts.get(i))));
      worker.report(
          WorkerReport.newBuilder()
              .setProgress(Progress.newBuilder().setPhase("sample").setDone(i + 1).setTotal(2)));
    }
    worker.report(WorkerReport.newBuilder().setFinished(Finished.getDefaultInstance()));

    assertThat(Runs.lastState(watched(id, 0))).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(Stubs.kubernetes().wasCreated(RemoteWorker.jobPath(id))).isTrue();
    List<DataSetRow> rows = new ArrayList<>();
    io.plumbline.api.v1alpha1.DataSetServiceGrpc.newBlockingStub(DOORS.channel())
        .readDataSet(ReadDataSetRequest.newBuilder().setId(get(id).getOutputDataSetId()).build())
        .forEachRemaining(rows::add);
    assertThat(rows)
        .extracting(row -> row.getCompletion().getCompletion().getId())
        .containsExactly("c1", "c2");
  }

  // The process ends at once, three times: there is no such model.
  @Test
  void startsWorkersAsProcessesAndSaysWhyTheyFail() {
    var spec = spec("process").toBuilder();
    spec.getSampleBuilder().setModel(ModelReference.newBuilder().setReference("file:/absent"));
    String id = create(spec.build()).getStatus().getId();

    watched(id, 0);

    assertThat(get(id).getStatus().getState()).isEqualTo(RunState.RUN_STATE_FAILED);
    assertThat(get(id).getStatus().getError().getMessage()).contains("/absent");
  }

  @Test
  void tellsTheWorkerOfACancelledRunToStop() throws Exception {
    String id = create("kubernetes-job").getStatus().getId();
    RemoteWorker worker = RemoteWorker.of(id, DOORS.channel());
    var heartbeat = WorkerReport.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance());
    assertThat(worker.report(heartbeat).getCancel()).isFalse();

    cancel(id);

    assertThat(worker.report(heartbeat).getCancel()).isTrue();
    worker.report(
        WorkerReport.newBuilder().setInterrupted(Interrupted.newBuilder().setReason("cancelled")));
    assertThat(Runs.lastState(watched(id, 0))).isEqualTo(RunState.RUN_STATE_CANCELLED);
    assertThat(get(id).getStatus().getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
  }

  @Test
  void deletesTheJobOfAWorkerThatDoesNotStop() throws Exception {
    String id = create("kubernetes-job").getStatus().getId();
    RemoteWorker.of(id, DOORS.channel());

    cancel(id);

    assertThat(Runs.lastState(watched(id, 0))).isEqualTo(RunState.RUN_STATE_CANCELLED);
    assertThat(Stubs.kubernetes().wasDeleted(RemoteWorker.jobPath(id))).isTrue();
    assertThat(
            trainings()
                .listTrainingRuns(ListRunsRequest.newBuilder().setPageSize(1000).build())
                .getRunsList())
        .extracting(run -> run.getStatus().getId())
        .contains(id);
  }

  @Test
  void namesEveryFieldAtFault() throws Exception {
    var request =
        CreateTrainingRunRequest.newBuilder()
            .setRequestId(UUID.randomUUID().toString())
            .setSpec(TrainingSpec.newBuilder().setLauncher("rocket"))
            .build();

    var answer = DOORS.post("/v1alpha1/training-runs", ContractBody.json(request));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"errors\":[{\"field\":\"spec.");
    assertThatThrownBy(() -> trainings().createTrainingRun(request))
        .hasMessageStartingWith("INVALID_ARGUMENT: spec.");
  }

  @Test
  void servesTheSameOverRest() throws Exception {
    var request =
        CreateTrainingRunRequest.newBuilder()
            .setRequestId(UUID.randomUUID().toString())
            .setSpec(spec("kubernetes-job"))
            .build();
    var created = DOORS.post("/v1alpha1/training-runs", ContractBody.json(request));
    String id = ContractBody.read(created.body(), TrainingRun.newBuilder()).getStatus().getId();
    String path = "/v1alpha1/training-runs/" + id;
    RemoteWorker worker = RemoteWorker.of(id, DOORS.channel());
    worker.task();
    worker.report(
        WorkerReport.newBuilder()
            .setFailed(
                com.google.rpc.Status.newBuilder()
                    .setCode(com.google.rpc.Code.FAILED_PRECONDITION_VALUE)
                    .setMessage("no room")));

    assertThat(ContractBody.data(DOORS.get(path + "/events").body())).isNotEmpty();
    assertThat(DOORS.get(path).body()).contains("RUN_STATE_FAILED", "no room");
    assertThat(DOORS.get("/v1alpha1/training-runs").body()).contains(id);
    assertThat(DOORS.post(path + "/cancel", "").statusCode()).isEqualTo(200);
  }

  private static TrainingServiceBlockingStub trainings() {
    return TrainingServiceGrpc.newBlockingStub(DOORS.channel());
  }

  private static void cancel(String id) {
    trainings().cancelTrainingRun(CancelRunRequest.newBuilder().setId(id).build());
  }

  private static TrainingRun get(String id) {
    return trainings().getTrainingRun(GetRunRequest.newBuilder().setId(id).build());
  }

  private static List<RunEvent> watched(String id, long after) {
    return Runs.watched(
        trainings()
            .watchTrainingRun(
                WatchRunRequest.newBuilder().setId(id).setAfterPosition(after).build()),
        after);
  }

  private static TrainingRun create(String launcher) {
    return create(spec(launcher));
  }

  private static TrainingRun create(TrainingSpec spec) {
    return trainings()
        .createTrainingRun(
            CreateTrainingRunRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setSpec(spec)
                .build());
  }

  private static TrainingSpec spec(String launcher) {
    return TrainingSpec.newBuilder()
        .setName("black box")
        .setLauncher(launcher)
        .setSample(
            SampleTask.newBuilder()
                .setModel(ModelReference.newBuilder().setReference("stories15M"))
                .setDataSetId(Uploads.prompts(UUID.randomUUID().toString(), 2).getId())
                .setSampling(
                    SamplingParameters.newBuilder()
                        .setCompletionsPerPrompt(1)
                        .setMaxNewTokens(8)
                        .setTemperature(1)))
        .build();
  }

  private static OutputRows completion(long position, DataSetRow prompt) {
    var completion =
        Texts.completion("c" + position, "and then").toBuilder().setPrompt(prompt.getPrompt());
    return OutputRows.newBuilder()
        .addRows(
            DataSetRow.newBuilder()
                .setPosition(position)
                .setCompletion(ScoredCompletion.newBuilder().setCompletion(completion)))
        .build();
  }
}
