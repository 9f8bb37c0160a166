package io.plumbline.preference.format;

import static java.util.Objects.requireNonNull;

/** A row that cannot be read: which field, what is wrong, and what to write instead. */
public final class BadFieldException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  public BadFieldException(String field, String problem) {
    super(requireNonNull(problem, "problem is null"));
    this.field = requireNonNull(field, "field is null");
  }

  /** The column, with its position inside where there is one: {@code chosen[1].role}. */
  public String field() {
    return field;
  }
}
