package io.plumbline.judgment.mitigation;

import io.plumbline.judgment.material.Material;
import java.util.Map;
import java.util.stream.Collectors;

/** The mitigations' texts by label. */
final class MitigationTexts {
  private static final Map<String, String> TEXTS =
      Material.builtIn("mitigations").rows().stream()
          .collect(
              Collectors.toUnmodifiableMap(row -> row.text("mitigation"), row -> row.text("text")));

  private MitigationTexts() {}

  static String of(String label) {
    return TEXTS.get(label);
  }
}
