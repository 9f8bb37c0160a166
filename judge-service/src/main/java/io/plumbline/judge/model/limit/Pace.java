package io.plumbline.judge.model.limit;

import java.time.Duration;

/**
 * So much a minute, evenly: a second's worth may be taken at once, and nothing more until what was
 * taken is paid for by time.
 */
public final class Pace {
  private static final long BURST_NANOS = Duration.ofSeconds(1).toNanos();

  private final double nanosEach;
  // When all that was taken so far is paid for.
  private long paid;

  /**
   * @param perMinute above 0
   * @param now of a monotonic clock, in nanoseconds, as in all calls
   */
  public Pace(double perMinute, long now) {
    if (!(perMinute > 0)) {
      throw new IllegalArgumentException("perMinute is " + perMinute + ", not above 0");
    }
    this.nanosEach = Duration.ofMinutes(1).toNanos() / perMinute;
    this.paid = now - BURST_NANOS;
  }

  /** How long nothing may be taken yet. */
  public synchronized Duration untilFree(long now) {
    return Duration.ofNanos(Math.max(0, paid - now));
  }

  /** Takes an amount. */
  public synchronized void take(double amount, long now) {
    paid = Math.max(paid, now - BURST_NANOS) + (long) (amount * nanosEach);
  }

  /** Takes what more was used than was taken before; less than 0 gives back. */
  public synchronized void settle(double amount) {
    paid += (long) (amount * nanosEach);
  }
}
