package io.plumbline.service.guard;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;

/** Waits twice as long before each retry, up to a limit. */
public final class Doubling implements CustomBackoffStrategy {
  private final long longest;
  private long next;

  public Doubling(Duration first, Duration longest) {
    this.next = first.toMillis();
    this.longest = longest.toMillis();
  }

  @Override
  public long nextDelayInMillis(Throwable failure) {
    long wait = Math.min(next, longest);
    next = Math.min(2 * wait, longest);
    return wait;
  }
}
