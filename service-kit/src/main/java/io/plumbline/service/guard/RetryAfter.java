package io.plumbline.service.guard;

import java.time.Duration;
import java.util.Optional;

/** The {@code Retry-After} header in seconds (RFC 9110, 10.2.3); a date counts as not given. */
public final class RetryAfter {
  private RetryAfter() {}

  public static Optional<Duration> of(String header) {
    if (header == null || !header.strip().matches("\\d{1,6}(\\.\\d{1,6})?")) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis(Math.round(Double.parseDouble(header.strip()) * 1000)));
  }
}
