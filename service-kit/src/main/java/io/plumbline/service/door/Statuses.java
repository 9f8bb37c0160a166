package io.plumbline.service.door;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** gRPC statuses with {@code google.rpc} details. */
public final class Statuses {
  private Statuses() {}

  public static StatusRuntimeException of(Code code, String message, Any... details) {
    Status.Builder status = Status.newBuilder().setCode(code.getNumber()).setMessage(message);
    for (Any detail : details) {
      status.addDetails(detail);
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  /**
   * INVALID_ARGUMENT with the field's violation.
   *
   * @param remedy what the field must hold instead
   */
  public static StatusRuntimeException invalid(String message, String field, String remedy) {
    return of(
        Code.INVALID_ARGUMENT,
        message,
        Any.pack(
            BadRequest.newBuilder()
                .addFieldViolations(
                    BadRequest.FieldViolation.newBuilder().setField(field).setDescription(remedy))
                .build()));
  }
}
