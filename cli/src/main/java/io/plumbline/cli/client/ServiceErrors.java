package io.plumbline.cli.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import java.util.Set;

/** What a service's refusal means at the prompt: bad input, or a failure. */
public final class ServiceErrors {
  private static final Set<Status.Code> BAD_INPUT =
      Set.of(
          Status.Code.INVALID_ARGUMENT,
          Status.Code.NOT_FOUND,
          Status.Code.ALREADY_EXISTS,
          Status.Code.FAILED_PRECONDITION,
          Status.Code.OUT_OF_RANGE);

  private ServiceErrors() {}

  /** The exception for a failed call. */
  public static RuntimeException of(String service, StatusRuntimeException failure) {
    Status status = failure.getStatus();
    if (status.getCode() == Status.Code.UNAVAILABLE) {
      return new CommandFailedException(
          "%s does not answer (%s); see `plumbline status`"
              .formatted(service, status.getDescription()),
          failure);
    }
    return of(service, status.getCode(), status.getDescription(), failure);
  }

  /** The exception for the error that long work ended with. */
  public static RuntimeException of(String what, com.google.rpc.Status error) {
    Status.Code code = Status.fromCodeValue(error.getCode()).getCode();
    return of(what, code, error.getMessage(), null);
  }

  private static RuntimeException of(
      String what, Status.Code code, String description, Throwable cause) {
    String message =
        "%s: %s".formatted(what, description == null || description.isBlank() ? code : description);
    return BAD_INPUT.contains(code)
        ? new UsageException(message, cause)
        : new CommandFailedException(message, cause);
  }
}
