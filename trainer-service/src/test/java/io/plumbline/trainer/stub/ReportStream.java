package io.plumbline.trainer.stub;

import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.WorkerCommand;
import io.plumbline.api.v1alpha1.WorkerIdentity;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.api.v1alpha1.WorkerServiceGrpc.WorkerServiceStub;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One open Report call; each report waits for its answer. */
public final class ReportStream implements AutoCloseable {
  private static final long ANSWER_SECONDS = 30;

  private final BlockingQueue<Object> answers = new ArrayBlockingQueue<>(16);
  private final StreamObserver<WorkerReport> reports;
  private final WorkerIdentity identity;
  private long sequence;

  public ReportStream(WorkerServiceStub stub, WorkerIdentity identity) {
    this.identity = identity;
    this.reports =
        stub.report(
            new StreamObserver<>() {
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
            });
  }

  /** Sends the next report and returns the trainer's answer; throws the trainer's refusal. */
  public WorkerCommand send(WorkerReport.Builder report) {
    sequence++;
    return send(report, sequence);
  }

  public WorkerCommand send(WorkerReport.Builder report, long number) {
    reports.onNext(report.setWorker(identity).setSequence(number).build());
    try {
      Object answer = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
      if (answer instanceof RuntimeException refusal) {
        throw refusal;
      }
      if (answer == null) {
        throw new IllegalStateException("no answer to report " + number);
      }
      return (WorkerCommand) answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    reports.onCompleted();
  }
}
