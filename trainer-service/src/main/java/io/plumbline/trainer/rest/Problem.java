package io.plumbline.trainer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Problem details (RFC 9457).
 *
 * @param errors the request's fields at fault, where there are any
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, List<FieldError> errors) {

  /** One field, and what it must hold. */
  record FieldError(String field, String detail) {}
}
