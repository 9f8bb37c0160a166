package io.plumbline.reward.http;

/** A server understood a request and refused what it held; the same request fails again. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedException(String message) {
    super(message);
  }
}
