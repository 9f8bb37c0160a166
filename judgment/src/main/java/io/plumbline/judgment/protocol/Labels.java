package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The answers that a template offers its judge, such as A and B.
 *
 * @param tie the answer of a judge that finds both equal, such as C; empty where none is offered
 */
public record Labels(String first, String second, String tie) {
  public Labels {
    requireNonNull(first, "first is null");
    requireNonNull(second, "second is null");
    requireNonNull(tie, "tie is null");
    if (first.isBlank()
        || second.isBlank()
        || first.equals(second)
        || tie.equals(first)
        || tie.equals(second)) {
      throw new IllegalArgumentException(
          "labels '" + first + "', '" + second + "' and '" + tie + "'");
    }
  }

  /** Two answers and no tie. */
  public Labels(String first, String second) {
    this(first, second, "");
  }

  /** All that is offered: the first, the second, and the tie where there is one. */
  public List<String> all() {
    return tie.isEmpty() ? List.of(first, second) : List.of(first, second, tie);
  }
}
