package io.plumbline.trainer.fault;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import com.google.rpc.Status;

/** A failure with the status that callers are told: code, cause and remedy. */
public class Fault extends RuntimeException {
  private final transient Status status;

  public Fault(Status status) {
    super(requireNonNull(status, "status is null").getMessage());
    this.status = status;
  }

  public Fault(Code code, String message) {
    this(Status.newBuilder().setCode(code.getNumber()).setMessage(message).build());
  }

  public Fault(Code code, String message, Throwable cause) {
    this(code, message);
    initCause(cause);
  }

  /** Nothing of the kind {@code what} has this id. */
  public static Fault notFound(String what, String id) {
    return new Fault(
        Code.NOT_FOUND, "id: there is no %s '%s'; the List call names all".formatted(what, id));
  }

  public Status status() {
    return status;
  }

  public Code code() {
    Code code = Code.forNumber(status.getCode());
    return code == null ? Code.UNKNOWN : code;
  }
}
