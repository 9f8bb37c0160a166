package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

/** The two answers that a template offers its judge, such as A and B. */
public record Labels(String first, String second) {
  public Labels {
    requireNonNull(first, "first is null");
    requireNonNull(second, "second is null");
    if (first.isBlank() || second.isBlank() || first.equals(second)) {
      throw new IllegalArgumentException("labels '" + first + "' and '" + second + "'");
    }
  }
}
