package io.plumbline.rewardmodels.head;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * A preference pair as an encoder sees it.
 *
 * @param prompt what the pair answers to; pairs of one prompt are never split between training and
 *     evaluation
 * @param chosen features of the preferred completion
 * @param rejected features of the other, of the same length
 * @param probability that {@code chosen} is preferred, in [0, 1]; 1 where certain
 * @param margin how much better, in the annotator's units, at least 0; empty where unknown
 */
public record EmbeddedPair(
    String prompt, float[] chosen, float[] rejected, double probability, OptionalDouble margin) {
  public EmbeddedPair {
    requireNonNull(prompt, "prompt is null");
    requireNonNull(chosen, "chosen is null");
    requireNonNull(rejected, "rejected is null");
    if (chosen.length != rejected.length) {
      throw new IllegalArgumentException(
          "chosen has %d features, rejected %d".formatted(chosen.length, rejected.length));
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is " + probability + ", not in [0, 1]");
    }
    if (margin.isPresent()
        && !(margin.getAsDouble() >= 0 && Double.isFinite(margin.getAsDouble()))) {
      throw new IllegalArgumentException(
          "margin is " + margin.getAsDouble() + ", not finite and at least 0");
    }
  }

  /** A pair without a margin. */
  public EmbeddedPair(String prompt, float[] chosen, float[] rejected, double probability) {
    this(prompt, chosen, rejected, probability, OptionalDouble.empty());
  }

  /** Features of the preferred completion minus those of the other. */
  float[] difference() {
    float[] difference = new float[chosen.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = chosen[i] - rejected[i];
    }
    return difference;
  }
}
