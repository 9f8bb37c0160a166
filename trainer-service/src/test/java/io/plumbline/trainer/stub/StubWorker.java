package io.plumbline.trainer.stub;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.Finished;
import io.plumbline.api.v1alpha1.GetTaskRequest;
import io.plumbline.api.v1alpha1.Heartbeat;
import io.plumbline.api.v1alpha1.Interrupted;
import io.plumbline.api.v1alpha1.Metrics;
import io.plumbline.api.v1alpha1.ModelReference;
import io.plumbline.api.v1alpha1.OutputRows;
import io.plumbline.api.v1alpha1.Progress;
import io.plumbline.api.v1alpha1.ReadRowsRequest;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.api.v1alpha1.WorkerCommand;
import io.plumbline.api.v1alpha1.WorkerIdentity;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.api.v1alpha1.WorkerServiceGrpc;
import io.plumbline.api.v1alpha1.WorkerTask;
import io.plumbline.trainer.launch.WorkerLaunch;
import java.util.ArrayList;
import java.util.List;

/** A worker that writes what its input says, without a model. */
final class StubWorker implements Runnable {
  static final int STEPS = 4;

  private final WorkerLaunch launch;
  private final Script script;

  StubWorker(WorkerLaunch launch, Script script) {
    this.launch = launch;
    this.script = script;
  }

  @Override
  public void run() {
    ManagedChannel channel =
        ManagedChannelBuilder.forTarget(launch.trainer()).usePlaintext().build();
    try {
      work(channel);
    } finally {
      channel.shutdownNow();
    }
  }

  private void work(ManagedChannel channel) {
    var identity =
        WorkerIdentity.newBuilder().setRunId(launch.runId()).setToken(launch.token()).build();
    var blocking = WorkerServiceGrpc.newBlockingStub(channel);
    WorkerTask task = blocking.getTask(GetTaskRequest.newBuilder().setWorker(identity).build());
    List<DataSetRow> input = new ArrayList<>();
    blocking
        .readRows(ReadRowsRequest.newBuilder().setWorker(identity).build())
        .forEachRemaining(input::add);
    if (script.silent().test(launch.attempt())) {
      awaitStop();
      return;
    }
    try (var stream = new ReportStream(WorkerServiceGrpc.newStub(channel), identity)) {
      Finished finished =
          task.getSpec().hasTrain() ? train(stream, task) : write(stream, task, input);
      if (finished != null) {
        send(stream, WorkerReport.newBuilder().setFinished(finished));
      }
    }
  }

  private static void awaitStop() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private WorkerCommand send(ReportStream stream, WorkerReport.Builder report) {
    WorkerCommand answer = stream.send(report);
    if (script.repeats()) {
      stream.send(report, answer.getStoredSequence());
    }
    return answer;
  }

  private Finished train(ReportStream stream, WorkerTask task) {
    for (int step = 1; step <= STEPS; step++) {
      if (step > STEPS / 2 && script.dies().test(launch.attempt())) {
        return null;
      }
      var metrics =
          Metrics.newBuilder().setPhase("train").setStep(step).putValues("loss", 1.0 / step);
      send(stream, WorkerReport.newBuilder().setMetrics(metrics));
      WorkerCommand answer =
          send(stream, WorkerReport.newBuilder().setProgress(progress("train", step, STEPS)));
      if (answer.getCancel()) {
        send(
            stream,
            WorkerReport.newBuilder()
                .setInterrupted(Interrupted.newBuilder().setReason("cancelled")));
        return null;
      }
      while (task.getSpec().getName().equals("endless") && !Thread.interrupted()) {
        if (stream
            .send(WorkerReport.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance()))
            .getCancel()) {
          stream.send(
              WorkerReport.newBuilder()
                  .setInterrupted(Interrupted.newBuilder().setReason("cancelled")));
          return null;
        }
      }
    }
    return Finished.newBuilder()
        .setCheckpoint(
            ModelReference.newBuilder().setReference("file:" + task.getCheckpointDirectory()))
        .build();
  }

  private Finished write(ReportStream stream, WorkerTask task, List<DataSetRow> input) {
    List<DataSetRow> output = new ArrayList<>();
    for (DataSetRow row : input) {
      if (task.getSpec().hasSample()) {
        for (int i = 1;
            i <= task.getSpec().getSample().getSampling().getCompletionsPerPrompt();
            i++) {
          output.add(sampled(row, i, task.getSpec().getSample().getModel().getReference()));
        }
      } else {
        output.add(measured(row, task.getSpec().getLogProbability().getModel().getReference()));
      }
    }
    for (int i = (int) task.getStoredOutputRows(); i < output.size(); i++) {
      if (i >= output.size() / 2 && script.dies().test(launch.attempt())) {
        return null;
      }
      send(
          stream,
          WorkerReport.newBuilder()
              .setRows(
                  OutputRows.newBuilder().addRows(output.get(i).toBuilder().setPosition(i + 1L))));
      send(stream, WorkerReport.newBuilder().setProgress(progress("write", i + 1, output.size())));
    }
    return Finished.getDefaultInstance();
  }

  private static Progress progress(String phase, long done, long total) {
    return Progress.newBuilder().setPhase(phase).setDone(done).setTotal(total).setUnit("x").build();
  }

  /** The i-th completion of a prompt is the word "dog" i times. */
  private static DataSetRow sampled(DataSetRow prompt, int i, String model) {
    var completion =
        Completion.newBuilder()
            .setId(prompt.getPrompt().getId() + "-" + i)
            .setPrompt(prompt.getPrompt())
            .addParts(ContentPart.newBuilder().setText("dog ".repeat(i).trim()))
            .setModel(model)
            .setTokens(i);
    return DataSetRow.newBuilder()
        .setCompletion(ScoredCompletion.newBuilder().setCompletion(completion))
        .build();
  }

  /** A token costs one and a half. */
  private static DataSetRow measured(DataSetRow row, String model) {
    return row.toBuilder()
        .setCompletion(
            row.getCompletion().toBuilder()
                .putLogProbabilities(model, -1.5 * row.getCompletion().getCompletion().getTokens()))
        .build();
  }
}
