package io.plumbline.service.guard;

import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** What a failed call is called in a verdict's detail. */
public final class FailureReason {
  private FailureReason() {}

  public static String of(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return "deadline exceeded";
    }
    if (failure instanceof CircuitBreakerOpenException) {
      return "circuit open: the model failed too often lately";
    }
    if (failure instanceof BulkheadException) {
      return "too many calls wait for this model";
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
