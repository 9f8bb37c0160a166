package io.plumbline.service.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Problem details (RFC 9457).
 *
 * @param field path of the request's field at fault, where one is
 * @param errors the request's fields at fault, where a service names them all
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection
public record Problem(
    String type, String title, int status, String detail, String field, List<FieldError> errors) {
  private static final String MEDIA_TYPE = "application/problem+json";

  /** One field, and what it must hold. */
  @RegisterForReflection
  public record FieldError(String field, String detail) {}

  /**
   * @param field null where no field is at fault
   */
  public static Problem of(int status, String title, String detail, String field) {
    return new Problem("about:blank", title, status, detail, field, List.of());
  }

  public static Problem ofFields(int status, String title, String detail, List<FieldError> errors) {
    return new Problem("about:blank", title, status, detail, null, errors);
  }

  public Response.ResponseBuilder response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this);
  }
}
