package io.plumbline.reward.failure;

/** The service has as much work as it may hold; the same request may succeed later. */
public final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BusyException(String message) {
    super(message);
  }
}
