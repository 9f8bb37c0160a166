package io.plumbline.objectives.server.service;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.plumbline.objectives.server.wire.InvalidFieldException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/** What callers are told when a call fails: a status with {@code google.rpc} details. */
final class Refusals {
  private static final System.Logger LOG = System.getLogger(Refusals.class.getName());

  /** Many evaluations later, and soon for a training step. */
  private static final Duration RETRY_DELAY = Duration.newBuilder().setNanos(50_000_000).build();

  private Refusals() {}

  /** The status of {@code failure}; an unexpected one is logged and INTERNAL. */
  static StatusRuntimeException of(Throwable failure) {
    if (failure instanceof InvalidFieldException invalid) {
      BadRequest details =
          BadRequest.newBuilder()
              .addFieldViolations(
                  FieldViolation.newBuilder()
                      .setField(invalid.field())
                      .setDescription(invalid.remedy()))
              .build();
      return status(Code.INVALID_ARGUMENT, invalid.getMessage(), Any.pack(details));
    }
    if (failure instanceof StatusRuntimeException refusal) {
      return refusal;
    }
    if (failure instanceof RejectedExecutionException) {
      return status(
          Code.RESOURCE_EXHAUSTED,
          "too many evaluations wait already; retry, with fewer at once",
          Any.pack(RetryInfo.newBuilder().setRetryDelay(RETRY_DELAY).build()));
    }
    LOG.log(System.Logger.Level.ERROR, "a call failed", failure);
    return status(
        Code.INTERNAL,
        "internal error: %s; the server's log has the details"
            .formatted(failure.getClass().getSimpleName()));
  }

  /** Nothing of the catalogue is called {@code name}. */
  static StatusRuntimeException notFound(String name) {
    return status(
        Code.NOT_FOUND,
        "name: there is no objective '%s'; ListObjectives names all".formatted(name));
  }

  private static StatusRuntimeException status(Code code, String message, Any... details) {
    return StatusProto.toStatusRuntimeException(
        Status.newBuilder()
            .setCode(code.getNumber())
            .setMessage(message)
            .addAllDetails(List.of(details))
            .build());
  }
}
