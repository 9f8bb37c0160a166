package io.plumbline.judge.request;

/** A run is in no state to go on from. */
public final class NotResumableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotResumableException(String message) {
    super(message);
  }
}
