package io.plumbline.cli.failure;

/** Bad usage or input, exit code 2; the message names the cause and the remedy in one line. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
