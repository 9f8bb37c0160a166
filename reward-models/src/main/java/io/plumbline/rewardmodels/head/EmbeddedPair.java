package io.plumbline.rewardmodels.head;

import static java.util.Objects.requireNonNull;

/**
 * A preference pair as an encoder sees it.
 *
 * @param prompt what the pair answers to; pairs of one prompt are never split between training and
 *     evaluation
 * @param chosen features of the preferred completion
 * @param rejected features of the other, of the same length
 * @param probability that {@code chosen} is preferred, in [0, 1]; 1 where certain
 */
public record EmbeddedPair(String prompt, float[] chosen, float[] rejected, double probability) {
  public EmbeddedPair {
    requireNonNull(prompt, "prompt is null");
    requireNonNull(chosen, "chosen is null");
    requireNonNull(rejected, "rejected is null");
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is " + probability + ", not in [0, 1]");
    }
  }
}
