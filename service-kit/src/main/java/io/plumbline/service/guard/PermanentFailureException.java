package io.plumbline.service.guard;

/** A call failed and would fail again. */
public final class PermanentFailureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PermanentFailureException(String message) {
    super(message);
  }
}
