package io.plumbline.objectives.feedback;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * The surrogate whose steps the authors' {@code _NBPO.py} takes (METHODS 115, arXiv:2007.07204):
 * −[σ(−γ)] log σ(s) − [σ(s)] log σ(−γ) of a clicked and −log σ(−s) − [σ(γ)] log σ(s) − [σ(s)] log
 * σ(γ) of another item, what stands in brackets held fixed.
 */
public record NoisyLabelSurrogate() implements NoisyLabelLoss {
  @Override
  public NoisyTerm at(
      double score, double flip, double heldScore, double heldFlip, boolean clicked) {
    double liked = Sigmoid.of(heldScore);
    if (clicked) {
      double kept = Sigmoid.of(-heldFlip);
      return new NoisyTerm(
          -kept * Sigmoid.log(score) - liked * Sigmoid.log(-flip),
          -kept * Sigmoid.of(-score),
          liked * Sigmoid.of(flip));
    }
    double flipped = Sigmoid.of(heldFlip);
    return new NoisyTerm(
        -Sigmoid.log(-score) - flipped * Sigmoid.log(score) - liked * Sigmoid.log(flip),
        Sigmoid.of(score) - flipped * Sigmoid.of(-score),
        -liked * Sigmoid.of(-flip));
  }
}
