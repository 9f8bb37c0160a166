package io.plumbline.worker.grpc;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.GetTaskRequest;
import io.plumbline.api.v1alpha1.ReadRowsRequest;
import io.plumbline.api.v1alpha1.WorkerIdentity;
import io.plumbline.api.v1alpha1.WorkerServiceGrpc;
import io.plumbline.api.v1alpha1.WorkerTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks trainer-service for the task and its rows; tries again while patience lasts. */
public final class TrainerConnection {

  private static final long RETRY_MILLIS = 500;
  private static final long READ_MINUTES = 10;

  private final WorkerServiceGrpc.WorkerServiceBlockingStub stub;
  private final WorkerIdentity identity;
  private final Duration patience;

  /** Speaks for the worker of that identity. */
  public TrainerConnection(Channel channel, WorkerIdentity identity, Duration patience) {
    this.stub = WorkerServiceGrpc.newBlockingStub(channel);
    this.identity = identity;
    this.patience = patience;
  }

  /** What this worker has to do. */
  public WorkerTask task() {
    GetTaskRequest request = GetTaskRequest.newBuilder().setWorker(identity).build();
    return patiently(
        () ->
            stub.withWaitForReady()
                .withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS)
                .getTask(request));
  }

  /** All rows of the task's data set; a broken stream goes on after the last row that came. */
  public List<DataSetRow> rows() {
    List<DataSetRow> rows = new ArrayList<>();
    return patiently(
        () -> {
          long position = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).getPosition();
          ReadRowsRequest request =
              ReadRowsRequest.newBuilder().setWorker(identity).setAfterPosition(position).build();
          Iterator<DataSetRow> stream =
              stub.withWaitForReady()
                  .withDeadlineAfter(READ_MINUTES, TimeUnit.MINUTES)
                  .readRows(request);
          stream.forEachRemaining(rows::add);
          return rows;
        });
  }

  private <T> T patiently(Supplier<T> call) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return call.get();
      } catch (StatusRuntimeException e) {
        if (e.getStatus().getCode() == Status.Code.PERMISSION_DENIED) {
          throw new OutdatedWorkerException(e.getStatus().toString());
        }
        boolean passing =
            e.getStatus().getCode() == Status.Code.UNAVAILABLE
                || e.getStatus().getCode() == Status.Code.CANCELLED;
        if (!passing || System.nanoTime() > deadline) {
          throw new TrainerLostException("trainer-service does not answer (" + e.getStatus() + ")");
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainerLostException("interrupted while waiting for trainer-service");
    }
  }
}
