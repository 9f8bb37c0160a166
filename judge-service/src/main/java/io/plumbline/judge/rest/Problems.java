package io.plumbline.judge.rest;

import io.plumbline.judge.model.limit.BudgetSpentException;
import io.plumbline.judge.request.ConflictException;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judge.request.NotFoundException;
import io.plumbline.judge.request.NotResumableException;
import io.plumbline.service.door.Problem;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Failures as {@code application/problem+json}. */
public class Problems {
  @ServerExceptionMapper
  public Response invalid(InvalidRequestException failure) {
    return response(400, "invalid request", failure.getMessage(), failure.field());
  }

  @ServerExceptionMapper
  public Response missing(NotFoundException failure) {
    return response(404, "not found", failure.getMessage(), null);
  }

  @ServerExceptionMapper
  public Response conflict(ConflictException failure) {
    return response(409, "conflict", failure.getMessage(), "request_id");
  }

  @ServerExceptionMapper
  public Response notResumable(NotResumableException failure) {
    return response(409, "conflict", failure.getMessage(), "id");
  }

  @ServerExceptionMapper
  public Response spent(BudgetSpentException failure) {
    return response(429, "budget spent", failure.getMessage(), "judge.model");
  }

  private static Response response(int status, String title, String detail, String field) {
    return Problem.of(status, title, detail, field).response().build();
  }
}
