package io.plumbline.judge.storage;

/** More is asked for than may wait. */
public final class OverloadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OverloadException(String message) {
    super(message);
  }
}
