package io.plumbline.reward.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.reward.failure.BusyException;
import io.plumbline.reward.failure.ConflictException;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.failure.NotFoundException;
import io.plumbline.reward.failure.UnavailableException;
import io.plumbline.reward.failure.UpstreamException;
import io.plumbline.service.door.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Failures as the REST door says them. */
class Problems {
  private static final int TOO_MANY_REQUESTS = 429;

  @ServerExceptionMapper
  Response invalid(InvalidFieldException failure) {
    return response(
        Problem.of(
            Response.Status.BAD_REQUEST.getStatusCode(),
            "A field is not valid",
            failure.field() + " " + failure.getMessage(),
            failure.field()));
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException failure) {
    return response(
        Problem.of(
            Response.Status.BAD_REQUEST.getStatusCode(),
            "The body is not the JSON that is asked for",
            failure.getOriginalMessage(),
            null));
  }

  @ServerExceptionMapper
  Response missing(NotFoundException failure) {
    return response(
        Problem.of(
            Response.Status.NOT_FOUND.getStatusCode(), "Not found", failure.getMessage(), null));
  }

  @ServerExceptionMapper
  Response conflict(ConflictException failure) {
    return response(
        Problem.of(
            Response.Status.CONFLICT.getStatusCode(), "Conflict", failure.getMessage(), null));
  }

  @ServerExceptionMapper
  Response busy(BusyException failure) {
    return later(Problem.of(TOO_MANY_REQUESTS, "Busy", failure.getMessage(), null));
  }

  @ServerExceptionMapper
  Response unavailable(UnavailableException failure) {
    return later(
        Problem.of(
            Response.Status.SERVICE_UNAVAILABLE.getStatusCode(),
            "A server is not available",
            failure.getMessage(),
            null));
  }

  @ServerExceptionMapper
  Response upstream(UpstreamException failure) {
    return response(
        Problem.of(
            Response.Status.BAD_GATEWAY.getStatusCode(),
            "A server answered what cannot be used",
            failure.getMessage(),
            null));
  }

  private static Response later(Problem problem) {
    return problem.response().header("Retry-After", 1).build();
  }

  private static Response response(Problem problem) {
    return problem.response().build();
  }
}
