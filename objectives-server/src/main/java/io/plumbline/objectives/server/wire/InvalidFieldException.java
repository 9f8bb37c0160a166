package io.plumbline.objectives.server.wire;

import static java.util.Objects.requireNonNull;

/** A field of a request does not hold what it should. */
public final class InvalidFieldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String remedy;

  /**
   * @param field path in the request, for example {@code batch.channels.policy_logps}
   * @param remedy what is wrong and what it should hold
   */
  public InvalidFieldException(String field, String remedy) {
    super(requireNonNull(field, "field is null") + ": " + requireNonNull(remedy, "remedy is null"));
    this.field = field;
    this.remedy = remedy;
  }

  public String field() {
    return field;
  }

  public String remedy() {
    return remedy;
  }
}
