package io.plumbline.service.http;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What came back over HTTP.
 *
 * @param retryAfter the header of that name
 * @param whole false where the body was larger than the limit; it then ends there
 */
public record HttpAnswer(int status, Optional<String> retryAfter, byte[] body, boolean whole) {
  public HttpAnswer {
    requireNonNull(retryAfter, "retryAfter is null");
    requireNonNull(body, "body is null");
  }
}
