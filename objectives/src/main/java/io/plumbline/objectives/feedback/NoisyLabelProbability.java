package io.plumbline.objectives.feedback;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * Minus the probability of the observed label, −σ(s) σ(−γ) or −(σ(−s) + σ(s) σ(γ)), in place of its
 * logarithm (METHODS 115, arXiv:2007.07204; the authors' {@code _NBPOs.py}).
 */
public record NoisyLabelProbability() implements NoisyLabelLoss {
  @Override
  public NoisyTerm at(
      double score, double flip, double heldScore, double heldFlip, boolean clicked) {
    double liked = Sigmoid.of(score);
    double disliked = Sigmoid.of(-score);
    double flipped = Sigmoid.of(flip);
    double kept = Sigmoid.of(-flip);
    double loss = clicked ? -liked * kept : -disliked - liked * flipped;
    double sign = clicked ? -1 : 1;
    return new NoisyTerm(loss, sign * kept * liked * disliked, -sign * flipped * kept * liked);
  }
}
