package io.plumbline.judge.model.chat;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What came back over HTTP.
 *
 * @param retryAfter the header of that name
 * @param whole false where the body was larger than the limit; it then ends there
 */
record HttpAnswer(int status, Optional<String> retryAfter, byte[] body, boolean whole) {
  HttpAnswer {
    requireNonNull(retryAfter, "retryAfter is null");
    requireNonNull(body, "body is null");
  }
}
