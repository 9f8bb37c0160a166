package io.plumbline.objectives;

/** A batch that an objective refuses; the message names the channel, the row and the remedy. */
public final class InvalidBatchException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidBatchException(String message) {
    super(message);
  }
}
