package io.plumbline.blackbox.trainer;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.GetTaskRequest;
import io.plumbline.api.v1alpha1.ReadRowsRequest;
import io.plumbline.api.v1alpha1.WorkerCommand;
import io.plumbline.api.v1alpha1.WorkerIdentity;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.api.v1alpha1.WorkerServiceGrpc;
import io.plumbline.api.v1alpha1.WorkerTask;
import io.plumbline.blackbox.stub.Stubs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The worker of a Kubernetes Job: it has what the Job and its Secret say, and nothing else. */
final class RemoteWorker {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NAMESPACE = "/namespaces/plumbline";

  private final Channel channel;
  private final WorkerIdentity identity;
  private final BlockingQueue<Object> answers = new LinkedBlockingQueue<>();
  private StreamObserver<WorkerReport> reports;
  private long sequence;

  private RemoteWorker(Channel channel, WorkerIdentity identity) {
    this.channel = channel;
    this.identity = identity;
  }

  /** Waits until the run's Job and Secret are made. */
  static RemoteWorker of(String runId, Channel channel) throws InterruptedException {
    String name = "plumbline-worker-%s-1".formatted(runId);
    JsonNode secret = null;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (secret == null) {
      if (System.nanoTime() > end) {
        throw new AssertionError("there is no Secret " + name);
      }
      TimeUnit.MILLISECONDS.sleep(50);
      secret = Stubs.kubernetes().object("/api/v1" + NAMESPACE + "/secrets/" + name);
    }
    String token = secret.at("/stringData/token").asText();
    return new RemoteWorker(
        channel, WorkerIdentity.newBuilder().setRunId(runId).setToken(token).build());
  }

  static String jobPath(String runId) {
    return "/apis/batch/v1%s/jobs/plumbline-worker-%s-1".formatted(NAMESPACE, runId);
  }

  WorkerTask task() {
    return WorkerServiceGrpc.newBlockingStub(channel)
        .getTask(GetTaskRequest.newBuilder().setWorker(identity).build());
  }

  List<DataSetRow> input() {
    List<DataSetRow> rows = new ArrayList<>();
    WorkerServiceGrpc.newBlockingStub(channel)
        .readRows(ReadRowsRequest.newBuilder().setWorker(identity).build())
        .forEachRemaining(rows::add);
    return rows;
  }

  /** Sends a report and waits for its answer. */
  WorkerCommand report(WorkerReport.Builder report) throws InterruptedException {
    if (reports == null) {
      reports = WorkerServiceGrpc.newStub(channel).report(new Answers());
    }
    sequence++;
    reports.onNext(report.setWorker(identity).setSequence(sequence).build());
    Object answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (answer instanceof WorkerCommand command) {
      return command;
    }
    throw new AssertionError("report " + sequence + " was answered with " + answer);
  }

  private final class Answers implements StreamObserver<WorkerCommand> {
    @Override
    public void onNext(WorkerCommand command) {
      answers.add(command);
    }

    @Override
    public void onError(Throwable failure) {
      answers.add(failure);
    }

    @Override
    public void onCompleted() {}
  }
}
