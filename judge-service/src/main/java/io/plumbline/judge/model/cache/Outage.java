package io.plumbline.judge.model.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Remembers for a moment that the database was away, so that thousands of calls do not each find it
 * out by themselves, and says so once in a while.
 */
final class Outage {
  private static final Logger LOG = Logger.getLogger(AnswerCache.class);
  private static final long LENGTH = Duration.ofSeconds(1).toNanos();
  private static final long SILENCE = Duration.ofSeconds(10).toNanos();

  private final AtomicLong reported = new AtomicLong(System.nanoTime() - SILENCE);
  private volatile long last = System.nanoTime() - LENGTH;

  /** Whether it is not worth trying. */
  boolean isOn() {
    return System.nanoTime() - last < LENGTH;
  }

  void begin(Throwable failure) {
    last = System.nanoTime();
    report(failure);
  }

  void report(Throwable failure) {
    long now = System.nanoTime();
    long before = reported.get();
    if (now - before >= SILENCE && reported.compareAndSet(before, now)) {
      LOG.warnf("the answer cache is not used: %s", failure.getMessage());
    }
  }
}
