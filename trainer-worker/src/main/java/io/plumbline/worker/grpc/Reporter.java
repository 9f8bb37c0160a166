package io.plumbline.worker.grpc;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.Heartbeat;
import io.plumbline.api.v1alpha1.WorkerCommand;
import io.plumbline.api.v1alpha1.WorkerIdentity;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.api.v1alpha1.WorkerServiceGrpc;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Delivers reports in order and for certain: each is kept until the trainer says that it is stored,
 * and sent again over a new stream when one breaks. A full queue holds the work up; a trainer that
 * stays away longer than the patience makes the worker lost.
 */
public final class Reporter implements AutoCloseable {

  private static final int QUEUE_LIMIT = 256;
  private static final long BEAT_SECONDS = 3;

  private final WorkerServiceGrpc.WorkerServiceStub stub;
  private final WorkerIdentity identity;
  private final long patienceNanos;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          runnable -> {
            Thread thread = new Thread(runnable, "reporter");
            thread.setDaemon(true);
            return thread;
          });

  private final ScheduledFuture<?> beats;
  private final Deque<WorkerReport> unstored = new ArrayDeque<>();
  private StreamObserver<WorkerReport> stream;
  private long sequence;
  private long lastSent = System.nanoTime();
  private long lastHeard = System.nanoTime();
  private boolean cancelled;
  private boolean closed;
  private String outdated;
  private Status lastBreak;

  /** Opens the stream; the trainer need not be there yet. */
  public Reporter(Channel channel, WorkerIdentity identity, Duration patience) {
    this.stub = WorkerServiceGrpc.newStub(channel);
    this.identity = identity;
    this.patienceNanos = patience.toNanos();
    connect();
    beats = clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Queues a report, its identity and number set here; waits while the queue is full.
   *
   * @throws OutdatedWorkerException if another attempt has taken over
   * @throws TrainerLostException if the queue stays full longer than the patience
   */
  public synchronized void send(WorkerReport.Builder report) {
    waitWhile(() -> unstored.size() >= QUEUE_LIMIT);
    enqueue(report);
  }

  private void enqueue(WorkerReport.Builder report) {
    sequence++;
    WorkerReport numbered = report.setWorker(identity).setSequence(sequence).build();
    if (unstored.isEmpty()) {
      lastHeard = System.nanoTime();
    }
    unstored.add(numbered);
    lastSent = System.nanoTime();
    if (stream != null) {
      offer(numbered);
    }
  }

  /** A stream that is closing refuses messages; the report goes over the next one. */
  private void offer(WorkerReport report) {
    try {
      stream.onNext(report);
    } catch (IllegalStateException e) {
      stream = null;
    }
  }

  /** Whether the trainer asks for a stop. */
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /**
   * Whether the trainer has not answered for longer than the patience.
   *
   * @throws OutdatedWorkerException if another attempt has taken over
   */
  public synchronized boolean isLost() {
    if (outdated != null) {
      throw new OutdatedWorkerException(outdated);
    }
    return !unstored.isEmpty() && System.nanoTime() - lastHeard > patienceNanos;
  }

  /** Waits until everything is stored. */
  public synchronized void drain() {
    waitWhile(() -> !unstored.isEmpty());
  }

  private void check() {
    if (isLost()) {
      throw new TrainerLostException(
          "trainer-service has not answered for "
              + TimeUnit.NANOSECONDS.toSeconds(patienceNanos)
              + " seconds"
              + (lastBreak == null ? "" : " (" + lastBreak + ")"));
    }
  }

  private synchronized void waitWhile(BooleanSupplier condition) {
    try {
      while (condition.getAsBoolean()) {
        check();
        wait(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TrainerLostException("interrupted while waiting for trainer-service");
    }
  }

  private synchronized void beat() {
    if (closed) {
      return;
    }
    if (stream == null && outdated == null) {
      connect();
    }
    boolean quiet = System.nanoTime() - lastSent > TimeUnit.SECONDS.toNanos(BEAT_SECONDS);
    if (quiet && unstored.size() < QUEUE_LIMIT) {
      enqueue(WorkerReport.newBuilder().setHeartbeat(Heartbeat.getDefaultInstance()));
    }
  }

  private synchronized void connect() {
    Commands commands = new Commands();
    stream = stub.report(commands);
    commands.mine = stream;
    unstored.forEach(stream::onNext);
  }

  private synchronized void stored(WorkerCommand command) {
    lastHeard = System.nanoTime();
    cancelled |= command.getCancel();
    while (!unstored.isEmpty() && unstored.peek().getSequence() <= command.getStoredSequence()) {
      unstored.remove();
    }
    notifyAll();
  }

  private synchronized void broken(StreamObserver<WorkerReport> which, Status status) {
    lastBreak = status;
    if (status.getCode() == Status.Code.PERMISSION_DENIED) {
      outdated = status.toString();
    }
    if (stream == which) {
      stream = null;
    }
    notifyAll();
  }

  /** Ends the stream. */
  @Override
  public synchronized void close() {
    closed = true;
    beats.cancel(false);
    clock.shutdownNow();
    if (stream != null) {
      stream.onCompleted();
      stream = null;
    }
  }

  private final class Commands implements StreamObserver<WorkerCommand> {

    private StreamObserver<WorkerReport> mine;

    @Override
    public void onNext(WorkerCommand command) {
      stored(command);
    }

    @Override
    public void onError(Throwable error) {
      broken(mine, Status.fromThrowable(error));
    }

    @Override
    public void onCompleted() {
      broken(mine, Status.UNAVAILABLE);
    }
  }
}
