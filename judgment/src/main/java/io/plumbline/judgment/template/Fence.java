package io.plumbline.judgment.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps candidate text inside its place in a prompt.
 *
 * <p>The mark is taken from a digest of all values, so a value cannot hold it, and the same values
 * give the same mark, so that an answer cache still works. In a value, the template's own lines
 * around values and the role markers of the usual chat formats are broken by a word joiner
 * (U+2060), which a reader does not see.
 *
 * @param mark occurs in no value
 */
record Fence(String mark) {
  private static final int MARK_DIGITS = 16;

  /** The mark for a set of values. */
  static Fence around(Map<String, String> values) {
    MessageDigest digest = sha256();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              digest.update(name.getBytes(StandardCharsets.UTF_8));
              digest.update((byte) 0);
              digest.update(value.getBytes(StandardCharsets.UTF_8));
              digest.update((byte) 0);
            });
    byte[] bytes = digest.digest();
    String mark = mark(bytes);
    while (occurs(mark, values)) {
      bytes = sha256().digest(bytes);
      mark = mark(bytes);
    }
    return new Fence(mark);
  }

  /**
   * The value in a form that can neither end its enclosure, nor begin another, nor begin a turn.
   *
   * @param bounds the template's own lines around its values
   */
  static String enclosed(String value, Set<String> bounds) {
    String text = RoleMarkers.broken(value);
    // Breaking one bound cannot make another, since only word joiners are put in.
    for (String bound : bounds) {
      String broken = RoleMarkers.broken(bound, 1);
      // Occurrences may overlap, and replacing one leaves the next.
      while (text.contains(bound)) {
        text = text.replace(bound, broken);
      }
    }
    return text;
  }

  private static boolean occurs(String mark, Map<String, String> values) {
    return values.values().stream().anyMatch(value -> value.contains(mark));
  }

  private static String mark(byte[] digest) {
    return "=====" + HexFormat.of().formatHex(digest).substring(0, MARK_DIGITS) + "=====";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
