package io.plumbline.rewardmodels.evaluation;

/**
 * What a reward model says of a pair, beside what was preferred.
 *
 * @param margin reward of the completion labelled chosen minus reward of the other
 * @param probability that the label is right, in [0, 1]; 1 where certain
 */
public record JudgedPair(double margin, double probability) {
  public JudgedPair {
    if (!Double.isFinite(margin)) {
      throw new IllegalArgumentException("margin is " + margin + ", must be finite");
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is " + probability + ", not in [0, 1]");
    }
  }
}
