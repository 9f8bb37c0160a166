package io.plumbline.objectives.server.service;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The threads that evaluations run on, and the few that may wait for one: whoever comes when all
 * places are taken is refused at once with RESOURCE_EXHAUSTED.
 */
public final class EvaluationPool {
  private final ThreadPoolExecutor threads;

  /**
   * @param threads evaluations at once, at least 1
   * @param waiting how many may wait besides, at least 1
   */
  public EvaluationPool(int threads, int waiting) {
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            task -> new Thread(task, "evaluation"));
  }

  /**
   * Answers {@code call} with what {@code work} gives, unless the caller has left by then. Returns
   * whether there was a place for it.
   */
  <T> boolean answer(ServerCallStreamObserver<T> call, Supplier<T> work) {
    Runnable task = () -> Answer.unary(call, work);
    call.setOnCancelHandler(() -> threads.remove(task));
    try {
      threads.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      call.onError(Refusals.of(e));
      return false;
    }
  }

  /** Takes nothing new, and waits for what runs and waits; then drops the rest. */
  public void close(Duration grace) {
    threads.shutdown();
    try {
      threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
  }
}
