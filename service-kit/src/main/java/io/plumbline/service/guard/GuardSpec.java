package io.plumbline.service.guard;

import static java.util.Objects.requireNonNull;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How calls to one other place are guarded.
 *
 * @param description what the guard is called in metrics
 * @param bulkhead the calls in flight; without it there may be any number
 * @param deadline of one attempt; without it an attempt ends by itself
 */
public record GuardSpec(
    String description,
    Optional<Bulkhead> bulkhead,
    Optional<Duration> deadline,
    Circuit circuit,
    Retry retry) {
  public GuardSpec {
    requireNonNull(description, "description is null");
    requireNonNull(bulkhead, "bulkhead is null");
    requireNonNull(deadline, "deadline is null");
    requireNonNull(circuit, "circuit is null");
    requireNonNull(retry, "retry is null");
  }

  /**
   * @param limit attempts in flight
   * @param queue attempts that wait; more are refused
   */
  public record Bulkhead(int limit, int queue) {}

  /**
   * Refuses calls for a while when too many of the last ones failed.
   *
   * @param volume the last calls that are looked at
   * @param failureRatio share of them, in (0, 1], that opens the circuit
   * @param open how long it stays open
   * @param when the failures that count
   */
  public record Circuit(
      int volume, double failureRatio, Duration open, Predicate<Throwable> when) {}

  /**
   * @param maximum attempts after the first
   * @param longest of all attempts together
   * @param jitter by which each wait is made longer or shorter at most
   * @param when the failures after which another attempt may succeed
   * @param before runs before each further attempt
   * @param backoff the waits of one call
   */
  public record Retry(
      int maximum,
      Duration longest,
      Duration jitter,
      Predicate<Throwable> when,
      Runnable before,
      Supplier<CustomBackoffStrategy> backoff) {}
}
