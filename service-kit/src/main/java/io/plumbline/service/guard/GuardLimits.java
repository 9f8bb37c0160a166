package io.plumbline.service.guard;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * The limits of calls to one model.
 *
 * @param deadline of one attempt; without it an attempt ends by itself, as an HTTP exchange does
 * @param concurrency attempts in flight
 * @param queue attempts that wait; more are refused
 * @param retries after the first attempt
 * @param backoff the first wait before a retry
 */
public record GuardLimits(
    Optional<Duration> deadline, int concurrency, int queue, int retries, Duration backoff) {
  /** Attempts that wait where nothing else is said. */
  public static final int QUEUE = 100_000;

  public GuardLimits {
    requireNonNull(deadline, "deadline is null");
    requireNonNull(backoff, "backoff is null");
  }
}
