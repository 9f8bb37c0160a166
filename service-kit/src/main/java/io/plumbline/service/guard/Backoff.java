package io.plumbline.service.guard;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits twice as long before each retry, up to a limit, half of it by chance, so that callers do
 * not come back in step; what the other side asked for by {@code Retry-After} is the least.
 */
final class Backoff implements CustomBackoffStrategy {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(60);

  private long next;

  Backoff(Duration first) {
    this.next = first.toMillis();
  }

  @Override
  public long nextDelayInMillis(Throwable failure) {
    long base = Math.max(1, next);
    next = Math.min(2 * base, LONGEST.toMillis());
    long jittered = base / 2 + ThreadLocalRandom.current().nextLong(base / 2 + 1);
    long asked =
        failure instanceof TransientFailureException known
            ? known.retryAfter().map(Duration::toMillis).orElse(0L)
            : 0;
    return Math.max(jittered, Math.min(asked, LONGEST_ASKED.toMillis()));
  }
}
