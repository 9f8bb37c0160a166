package io.plumbline.reward.failure;

/** A request contradicts what is stored, for example another spec under a known request id. */
public final class ConflictException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ConflictException(String message) {
    super(message);
  }
}
