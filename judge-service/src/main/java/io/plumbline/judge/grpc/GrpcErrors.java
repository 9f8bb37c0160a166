package io.plumbline.judge.grpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.plumbline.judge.request.ConflictException;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judge.request.NotFoundException;
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
      return StatusProto.toStatusRuntimeException(
          status(Code.INVALID_ARGUMENT, invalid.field() + ": " + invalid.getMessage())
              .addDetails(
                  Any.pack(
                      BadRequest.newBuilder()
                          .addFieldViolations(
                              BadRequest.FieldViolation.newBuilder()
                                  .setField(invalid.field())
                                  .setDescription(invalid.getMessage()))
                          .build()))
              .build());
    }
    if (failure instanceof NotFoundException) {
      return exception(Code.NOT_FOUND, failure.getMessage());
    }
    if (failure instanceof ConflictException) {
      return exception(Code.ALREADY_EXISTS, failure.getMessage());
    }
    LOG.error("a call failed", failure);
    return exception(Code.INTERNAL, "the service failed; its log says why");
  }

  private static StatusRuntimeException exception(Code code, String message) {
    return StatusProto.toStatusRuntimeException(status(code, message).build());
  }

  private static Status.Builder status(Code code, String message) {
    return Status.newBuilder().setCode(code.getNumber()).setMessage(message);
  }
}
