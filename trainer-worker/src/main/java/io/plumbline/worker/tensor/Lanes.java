package io.plumbline.worker.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Threads that each compute their own share of a batch, with libtorch itself on one thread. Shares
 * meet only where their results are added up, so a lane that has to wait for its processor holds
 * nobody up inside a matrix product, as it would if every product were cut in pieces.
 */
public final class Lanes implements AutoCloseable {

  private final int count;
  private final ExecutorService threads;

  /** At least one lane. */
  public Lanes(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("lanes: " + count + " is below 1");
    }
    this.count = count;
    this.threads =
        Executors.newFixedThreadPool(
            count,
            runnable -> {
              Thread thread = new Thread(runnable, "lane");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Starts one task per lane, given the lane's number, and returns what will come of them. */
  public <T> List<Future<T>> start(int tasks, IntFunction<T> task) {
    if (tasks > count) {
      throw new IllegalArgumentException(tasks + " tasks do not run at once on " + count);
    }
    List<Future<T>> futures = new ArrayList<>();
    for (int lane = 0; lane < tasks; lane++) {
      int number = lane;
      futures.add(threads.submit(() -> task.apply(number)));
    }
    return futures;
  }

  /** Runs one task per lane and waits for all; the first failure is thrown. */
  public <T> List<T> run(IntFunction<T> task) {
    return await(start(count, task));
  }

  /** Waits for all, then throws the first failure if there was one. */
  public static <T> List<T> await(List<Future<T>> futures) {
    List<T> results = new ArrayList<>();
    RuntimeException failure = null;
    for (Future<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        failure = failure == null ? unwrap(e.getCause()) : failure;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failure = new IllegalStateException("interrupted while lanes computed", e);
      }
    }
    if (failure != null) {
      throw failure;
    }
    return results;
  }

  private static RuntimeException unwrap(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
