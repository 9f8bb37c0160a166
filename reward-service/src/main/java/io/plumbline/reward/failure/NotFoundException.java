package io.plumbline.reward.failure;

/** What a request names does not exist; the message says how to see what does. */
public final class NotFoundException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NotFoundException(String message) {
    super(message);
  }
}
