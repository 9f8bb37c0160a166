package io.plumbline.preference.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who speaks in a {@link Message}; the wire name is the lower-case constant name. */
public enum Role {
  SYSTEM,
  DEVELOPER,
  USER,
  ASSISTANT,
  TOOL;

  /** The name used in chat formats, such as {@code assistant}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that wire name, or empty if there is none. */
  public static Optional<Role> ofWireName(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }
}
