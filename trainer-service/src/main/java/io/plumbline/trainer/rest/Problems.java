package io.plumbline.trainer.rest;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.plumbline.service.door.Problem;
import io.plumbline.service.door.Problem.FieldError;
import io.plumbline.trainer.fault.Fault;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Failures as {@code application/problem+json}. */
public class Problems {
  @ServerExceptionMapper
  public Response fault(Fault fault) {
    int status = httpStatus(fault);
    String title = fault.code().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return Problem.ofFields(status, title, fault.getMessage(), fields(fault)).response().build();
  }

  // The mapping that google.rpc.Code documents.
  private static int httpStatus(Fault fault) {
    return switch (fault.code()) {
      case INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE -> 400;
      case UNAUTHENTICATED -> 401;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, ABORTED -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case UNIMPLEMENTED -> 501;
      case UNAVAILABLE -> 503;
      case DEADLINE_EXCEEDED -> 504;
      default -> 500;
    };
  }

  private static List<FieldError> fields(Fault fault) {
    return fault.status().getDetailsList().stream()
        .filter(detail -> detail.is(BadRequest.class))
        .flatMap(
            detail -> {
              try {
                return detail.unpack(BadRequest.class).getFieldViolationsList().stream();
              } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException("we packed it ourselves", e);
              }
            })
        .map(violation -> new FieldError(violation.getField(), violation.getDescription()))
        .toList();
  }
}
