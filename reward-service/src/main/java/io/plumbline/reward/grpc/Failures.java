package io.plumbline.reward.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.plumbline.reward.failure.BusyException;
import io.plumbline.reward.failure.ConflictException;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.failure.NotFoundException;
import io.smallrye.mutiny.TimeoutException;
import org.jboss.logging.Logger;

/** Failures as gRPC says them: a status with {@code google.rpc} details. */
final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class);

  private Failures() {}

  static Throwable toStatus(Throwable failure) {
    if (failure instanceof StatusRuntimeException) {
      return failure;
    }
    if (failure instanceof InvalidFieldException invalid) {
      return status(
          Code.INVALID_ARGUMENT,
          invalid.field() + " " + invalid.getMessage(),
          Any.pack(
              BadRequest.newBuilder()
                  .addFieldViolations(
                      BadRequest.FieldViolation.newBuilder()
                          .setField(invalid.field())
                          .setDescription(invalid.getMessage()))
                  .build()));
    }
    if (failure instanceof NotFoundException) {
      return status(Code.NOT_FOUND, failure.getMessage());
    }
    if (failure instanceof ConflictException) {
      return status(Code.FAILED_PRECONDITION, failure.getMessage());
    }
    if (failure instanceof BusyException) {
      return status(
          Code.RESOURCE_EXHAUSTED,
          failure.getMessage(),
          Any.pack(
              RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setSeconds(1)).build()));
    }
    if (failure instanceof TimeoutException) {
      return status(Code.DEADLINE_EXCEEDED, "the deadline passed before the answer was there");
    }
    LOG.error("a call failed", failure);
    return status(Code.INTERNAL, "the service failed: its log has the cause");
  }

  private static StatusRuntimeException status(Code code, String message, Any... details) {
    Status.Builder status = Status.newBuilder().setCode(code.getNumber()).setMessage(message);
    for (Any detail : details) {
      status.addDetails(detail);
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }
}
