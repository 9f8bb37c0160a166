package io.plumbline.reward.upstream;

import static java.util.Objects.requireNonNull;

/**
 * One turn of a dialogue.
 *
 * @param role {@code system}, {@code user}, {@code assistant} or {@code tool}
 */
public record Turn(String role, String text) {
  public Turn {
    requireNonNull(role, "role is null");
    requireNonNull(text, "text is null");
  }

  public static Turn ofUser(String text) {
    return new Turn("user", text);
  }
}
