package io.plumbline.reward.failure;

/** A request's field holds what cannot be served; the message says what would do. */
public final class InvalidFieldException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;

  /**
   * @param field path in the request, for example {@code completions[3].id}
   * @param remedy what is wrong and what to give instead
   */
  public InvalidFieldException(String field, String remedy) {
    super(remedy);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
