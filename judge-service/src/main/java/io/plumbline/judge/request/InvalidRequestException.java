package io.plumbline.judge.request;

/** A field of a request is at fault; the message says what to send instead. */
public final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidRequestException(String field, String remedy) {
    super(remedy);
    this.field = field;
  }

  /** The path of the field in the request, such as {@code spec.judges[0].model}. */
  public String field() {
    return field;
  }
}
