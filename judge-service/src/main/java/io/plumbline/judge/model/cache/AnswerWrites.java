package io.plumbline.judge.model.cache;

import io.plumbline.judge.model.metrics.CacheMetrics;
import io.plumbline.judge.storage.Batcher;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes answers some moments after they were given, all of such a moment in one statement. Whoever
 * waits for a judgment does not wait for this. What waits is bounded in number and in bytes; where
 * the database stays away longer than that lasts, answers are lost to the cache and counted.
 */
final class AnswerWrites {
  private static final int LARGEST_BATCH = 1_024;
  private static final int MOST_WAITING = 8_192;
  private static final long MOST_BYTES = 32L << 20;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final int RETRIES = 6;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final AnswerRows rows;
  private final CacheMetrics metrics;
  private final Outage outage;
  private final Batcher<AnswerRows.Entry, Boolean> batches;
  private final AtomicLong bytes = new AtomicLong();

  AnswerWrites(AnswerRows rows, CacheMetrics metrics, Outage outage) {
    this.rows = rows;
    this.metrics = metrics;
    this.outage = outage;
    this.batches = new Batcher<>(LARGEST_BATCH, MOST_WAITING, PAUSE, this::write);
  }

  /**
   * Writes an answer.
   *
   * @param ended runs when it is written or lost
   */
  void add(AnswerRows.Entry entry, Runnable ended) {
    int size = entry.payload().length;
    if (bytes.addAndGet(size) > MOST_BYTES) {
      bytes.addAndGet(-size);
      ended.run();
      metrics.lost();
      return;
    }
    batches
        .submit(entry)
        .onTermination()
        .invoke(
            () -> {
              bytes.addAndGet(-size);
              ended.run();
            })
        .subscribe()
        .with(
            ignored -> {},
            failure -> {
              metrics.lost();
              outage.report(failure);
            });
  }

  /** Completes when all that was added is written or lost. */
  Uni<Void> drained() {
    return batches.drained();
  }

  private Uni<List<Boolean>> write(List<AnswerRows.Entry> entries) {
    return Uni.createFrom()
        .deferred(() -> rows.insert(entries))
        .onFailure()
        .invoke(outage::begin)
        .onFailure()
        .retry()
        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
        .atMost(RETRIES)
        .invoke(() -> metrics.kept(entries.size()))
        .replaceWith(Collections.nCopies(entries.size(), true));
  }
}
