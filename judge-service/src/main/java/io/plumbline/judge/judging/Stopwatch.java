package io.plumbline.judge.judging;

import java.time.Duration;

/** Time since a moment, by the monotonic clock. */
public record Stopwatch(long startNanos) {
  public static Stopwatch started() {
    return new Stopwatch(System.nanoTime());
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
