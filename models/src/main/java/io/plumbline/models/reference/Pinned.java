package io.plumbline.models.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The body of a reference and the SHA-256 (64 lower-case hexadecimal digits) it may be pinned to.
 */
record Pinned(String body, Optional<String> sha256) {

  private static final String FRAGMENT = "#sha256=";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  static Pinned parse(String reference, String body) {
    int fragment = body.indexOf('#');
    if (fragment < 0) {
      return new Pinned(body, Optional.empty());
    }
    if (!body.startsWith(FRAGMENT, fragment)) {
      throw ModelReference.unknown("'" + reference + "' has a fragment other than " + FRAGMENT);
    }
    String hash = body.substring(fragment + FRAGMENT.length()).toLowerCase(Locale.ROOT);
    if (!SHA256.matcher(hash).matches()) {
      throw ModelReference.unknown(
          "the SHA-256 in '" + reference + "' is not 64 hexadecimal digits");
    }
    return new Pinned(body.substring(0, fragment), Optional.of(hash));
  }
}
