package io.plumbline.reward.failure;

/** Somebody's server does not answer now; the same request may succeed later. */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnavailableException(String message) {
    super(message);
  }
}
