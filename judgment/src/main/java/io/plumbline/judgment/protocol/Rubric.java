package io.plumbline.judgment.protocol;

import java.util.List;

/**
 * Aspects and the scale on which each is rated.
 *
 * @param lowest on the scale
 * @param highest on the scale, above {@code lowest}; both have one digit
 */
public record Rubric(String name, List<Aspect> aspects, int lowest, int highest) {
  public Rubric {
    aspects = List.copyOf(aspects);
    if (aspects.isEmpty() || lowest < 0 || highest <= lowest || highest > 9) {
      throw new IllegalArgumentException("rubric " + name + " has no aspect or no scale");
    }
  }

  /** One thing that is rated, and what it means in a sentence. */
  public record Aspect(String name, String meaning) {}
}
