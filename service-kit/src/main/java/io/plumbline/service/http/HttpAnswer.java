package io.plumbline.service.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.plumbline.service.guard.RetryAfter;
import io.plumbline.service.guard.TransientFailureException;
import java.util.Optional;

/**
 * What came back over HTTP.
 *
 * @param retryAfter the header of that name
 * @param whole false where the body was larger than the limit; it then ends there
 */
public record HttpAnswer(int status, Optional<String> retryAfter, byte[] body, boolean whole) {
  private static final int LONGEST_QUOTE = 200;

  public HttpAnswer {
    requireNonNull(retryAfter, "retryAfter is null");
    requireNonNull(body, "body is null");
  }

  /**
   * @throws TransientFailureException where the status says that the same request may succeed
   *     later: 408, 429 or 5xx
   */
  public void requireNoPassingFailure() {
    if (status == 408 || status == 429 || status >= 500) {
      throw new TransientFailureException(
          "HTTP " + status, retryAfter.flatMap(RetryAfter::of), status == 429);
    }
  }

  /** The beginning of a body as text, for messages. */
  public static String quote(byte[] body) {
    String text = new String(body, UTF_8).strip();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }
}
