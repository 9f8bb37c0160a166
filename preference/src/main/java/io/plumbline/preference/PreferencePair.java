package io.plumbline.preference;

import static java.util.Objects.requireNonNull;

import io.plumbline.preference.message.Content;
import java.util.OptionalDouble;

/**
 * Two completions of one prompt of which one was preferred.
 *
 * @param id empty where the data names none
 * @param margin how much better, in units of the annotator's scale, at least 0
 * @param probability of the stated preference being right, in [0, 1] (a soft label)
 * @param annotator who preferred; empty where unknown
 */
public record PreferencePair(
    String id,
    Content prompt,
    Completion chosen,
    Completion rejected,
    OptionalDouble margin,
    OptionalDouble probability,
    String annotator) {
  public PreferencePair {
    requireNonNull(id, "id is null");
    requireNonNull(prompt, "prompt is null");
    requireNonNull(chosen, "chosen is null");
    requireNonNull(rejected, "rejected is null");
    requireNonNull(annotator, "annotator is null");
    if (margin.isPresent() && !(margin.getAsDouble() >= 0)) {
      throw new IllegalArgumentException("margin is " + margin.getAsDouble() + ", not at least 0");
    }
    if (probability.isPresent()
        && !(probability.getAsDouble() >= 0 && probability.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "probability is " + probability.getAsDouble() + ", not in [0, 1]");
    }
  }

  /** A pair without id, margin, soft label and annotator. */
  public static PreferencePair of(Content prompt, Completion chosen, Completion rejected) {
    return new PreferencePair(
        "", prompt, chosen, rejected, OptionalDouble.empty(), OptionalDouble.empty(), "");
  }
}
