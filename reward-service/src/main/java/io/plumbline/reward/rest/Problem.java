package io.plumbline.reward.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An error as RFC 9457 has it.
 *
 * @param field path in the request; absent where no field is to blame
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String field) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String title, String detail, String field) {
    return new Problem("about:blank", title, status, detail, field);
  }
}
