package io.plumbline.service.guard;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** A call failed in a way that may succeed when tried again. */
public final class TransientFailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> retryAfter;
  private final boolean overload;

  /**
   * @param retryAfter how long the other side asked to wait
   * @param overload whether the other side works but wants fewer calls, which opens no circuit
   */
  public TransientFailureException(
      String message, Optional<Duration> retryAfter, boolean overload) {
    super(message);
    this.retryAfter = requireNonNull(retryAfter, "retryAfter is null");
    this.overload = overload;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter == null ? Optional.empty() : retryAfter;
  }

  public boolean overload() {
    return overload;
  }
}
