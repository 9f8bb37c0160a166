package io.plumbline.reward.batch;

import io.plumbline.reward.failure.BusyException;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * Runs CPU-bound work on a few threads of its own, taking whatever waits, up to a batch: under load
 * the batches grow by themselves, and a lone item does not wait for company. What waits is bounded;
 * a request that does not fit is refused as a whole.
 *
 * @param <I> item of work
 * @param <O> its result
 */
public final class MicroBatcher<I, O> implements AutoCloseable {
  private final BlockingQueue<Item<I, O>> waiting;
  private final int capacity;
  private final List<Thread> workers = new ArrayList<>();

  /**
   * @param work makes one result per item, in order; called on several threads at once
   */
  public MicroBatcher(
      String name, int capacity, int threads, int maximumBatch, Function<List<I>, List<O>> work) {
    this.waiting = new ArrayBlockingQueue<>(capacity);
    this.capacity = capacity;
    for (int number = 1; number <= threads; number++) {
      Thread worker = new Thread(new Worker<>(waiting, maximumBatch, work), name + "-" + number);
      worker.setDaemon(true);
      worker.start();
      workers.add(worker);
    }
  }

  /** Items that wait for a thread. */
  public int backlog() {
    return waiting.size();
  }

  /**
   * The results in the order of the items. Where the subscriber cancels, items that no thread has
   * taken are dropped. Fails with {@link BusyException} where the items do not fit.
   */
  public Uni<List<O>> submit(List<I> items) {
    if (items.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Submission<O> submission = new Submission<>(items.size(), emitter);
              emitter.onTermination(submission::cancel);
              if (!admitted(items, submission)) {
                emitter.fail(
                    new BusyException(
                        "%d items do not fit beside the %d that wait (at most %d): try again later, or send fewer"
                            .formatted(items.size(), waiting.size(), capacity)));
              }
            });
  }

  private synchronized boolean admitted(List<I> items, Submission<O> submission) {
    // Only this method adds, so that the room seen here is still there below.
    if (waiting.remainingCapacity() < items.size()) {
      return false;
    }
    for (int index = 0; index < items.size(); index++) {
      waiting.add(new Item<>(items.get(index), index, submission));
    }
    return true;
  }

  @Override
  public void close() {
    workers.forEach(Thread::interrupt);
  }
}
