package io.plumbline.worker.testing;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.GetTaskRequest;
import io.plumbline.api.v1alpha1.ReadRowsRequest;
import io.plumbline.api.v1alpha1.WorkerCommand;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.api.v1alpha1.WorkerReport.BodyCase;
import io.plumbline.api.v1alpha1.WorkerServiceGrpc;
import io.plumbline.api.v1alpha1.WorkerTask;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The trainer's side of the contract with one task, on a free port of the loopback address. */
public final class FakeTrainer extends WorkerServiceGrpc.WorkerServiceImplBase
    implements AutoCloseable {

  public static final String TOKEN = "token-1";

  private final Server server;
  private final WorkerTask task;
  private final List<DataSetRow> rows;
  private final List<WorkerReport> stored = new CopyOnWriteArrayList<>();
  private volatile int breakAfter = Integer.MAX_VALUE;
  private volatile int cancelAfter = Integer.MAX_VALUE;

  public FakeTrainer(WorkerTask task, List<DataSetRow> rows) throws IOException {
    this.task = task;
    this.rows = rows;
    this.server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(this)
            .build()
            .start();
  }

  public String address() {
    return "127.0.0.1:" + server.getPort();
  }

  /** Breaks the stream once, without an answer, when this many reports are stored. */
  public FakeTrainer breakAfter(int reports) {
    breakAfter = reports;
    return this;
  }

  /** Asks for cancellation from this many reports on. */
  public FakeTrainer cancelAfter(int reports) {
    cancelAfter = reports;
    return this;
  }

  /** What the worker reported, each number once. */
  public List<WorkerReport> reports() {
    return stored;
  }

  /** Waits until this many reports have that body. */
  public synchronized void await(BodyCase body, int count) throws InterruptedException {
    while (stored.stream().filter(report -> report.getBodyCase() == body).count() < count) {
      wait();
    }
  }

  private synchronized void store(WorkerReport report) {
    if (stored.isEmpty() || report.getSequence() > last()) {
      stored.add(report);
      notifyAll();
    }
  }

  @Override
  public void getTask(GetTaskRequest request, StreamObserver<WorkerTask> observer) {
    if (!request.getWorker().getToken().equals(TOKEN)) {
      observer.onError(Status.PERMISSION_DENIED.asRuntimeException());
      return;
    }
    observer.onNext(task);
    observer.onCompleted();
  }

  @Override
  public void readRows(ReadRowsRequest request, StreamObserver<DataSetRow> observer) {
    rows.stream()
        .filter(row -> row.getPosition() > request.getAfterPosition())
        .forEach(observer::onNext);
    observer.onCompleted();
  }

  @Override
  public StreamObserver<WorkerReport> report(StreamObserver<WorkerCommand> commands) {
    return new StreamObserver<>() {
      @Override
      public void onNext(WorkerReport report) {
        store(report);
        if (stored.size() >= breakAfter) {
          breakAfter = Integer.MAX_VALUE;
          commands.onError(Status.UNAVAILABLE.asRuntimeException());
          return;
        }
        commands.onNext(
            WorkerCommand.newBuilder()
                .setStoredSequence(last())
                .setCancel(stored.size() >= cancelAfter)
                .build());
      }

      @Override
      public void onError(Throwable error) {}

      @Override
      public void onCompleted() {
        commands.onCompleted();
      }
    };
  }

  private long last() {
    return stored.get(stored.size() - 1).getSequence();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
