package io.plumbline.trainer.fault;

import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/** Finds the status in whatever was thrown. */
public final class Faults {
  private Faults() {}

  /** The fault that {@code failure} is, or INTERNAL with its message where it is none. */
  public static Fault of(Throwable failure) {
    if (failure instanceof Fault fault) {
      return fault;
    }
    if (failure instanceof StatusRuntimeException || failure instanceof StatusException) {
      Status status = StatusProto.fromThrowable(failure);
      if (status != null) {
        return new Fault(status);
      }
    }
    String message = failure.getMessage();
    return new Fault(
        Code.INTERNAL,
        "internal error: %s%s; the service's log has the details"
            .formatted(failure.getClass().getSimpleName(), message == null ? "" : ": " + message),
        failure);
  }
}
