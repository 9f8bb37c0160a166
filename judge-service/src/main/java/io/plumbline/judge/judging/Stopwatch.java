package io.plumbline.judge.judging;

import java.time.Duration;

/** Time since a moment, by the monotonic clock. */
record Stopwatch(long startNanos) {
  static Stopwatch started() {
    return new Stopwatch(System.nanoTime());
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }
}
