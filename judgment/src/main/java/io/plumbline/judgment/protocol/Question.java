package io.plumbline.judgment.protocol;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.Comparison;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a protocol is asked.
 *
 * @param principle what to judge by; empty for general helpfulness
 * @param material what the protocol needs besides, by name, such as {@code reference} or {@code
 *     document}
 */
public record Question(Comparison comparison, String principle, Map<String, String> material) {
  public Question {
    requireNonNull(comparison, "comparison is null");
    requireNonNull(principle, "principle is null");
    material = Map.copyOf(material);
  }

  /** A question that needs no further material. */
  public static Question of(Comparison comparison, String principle) {
    return new Question(comparison, principle, Map.of());
  }

  /** The same question with the two completions exchanged. */
  public Question swapped() {
    return new Question(comparison.swapped(), principle, material);
  }

  /** The same question under another principle. */
  public Question by(String other) {
    return new Question(comparison, other, material);
  }

  /** The same question with one more piece of material. */
  public Question with(String name, String text) {
    Map<String, String> more = new TreeMap<>(material);
    more.put(name, text);
    return new Question(comparison, principle, more);
  }
}
