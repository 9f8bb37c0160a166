package io.plumbline.judge.grpc;

import com.google.rpc.Code;
import io.grpc.StatusRuntimeException;
import io.plumbline.judge.model.limit.BudgetSpentException;
import io.plumbline.judge.request.ConflictException;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judge.request.NotFoundException;
import io.plumbline.judge.request.NotResumableException;
import io.plumbline.service.door.Statuses;
import org.jboss.logging.Logger;

/** Failures as gRPC statuses with {@code google.rpc} details. */
final class GrpcErrors {
  private static final Logger LOG = Logger.getLogger(GrpcErrors.class);

  private GrpcErrors() {}

  static Throwable of(Throwable failure) {
    if (failure instanceof StatusRuntimeException) {
      return failure;
    }
    if (failure instanceof InvalidRequestException invalid) {
      return Statuses.invalid(
          invalid.field() + ": " + invalid.getMessage(), invalid.field(), invalid.getMessage());
    }
    if (failure instanceof NotFoundException) {
      return Statuses.of(Code.NOT_FOUND, failure.getMessage());
    }
    if (failure instanceof ConflictException) {
      return Statuses.of(Code.ALREADY_EXISTS, failure.getMessage());
    }
    if (failure instanceof NotResumableException) {
      return Statuses.of(Code.FAILED_PRECONDITION, failure.getMessage());
    }
    if (failure instanceof BudgetSpentException) {
      return Statuses.of(Code.RESOURCE_EXHAUSTED, failure.getMessage());
    }
    LOG.error("a call failed", failure);
    return Statuses.of(Code.INTERNAL, "the service failed; its log says why");
  }
}
