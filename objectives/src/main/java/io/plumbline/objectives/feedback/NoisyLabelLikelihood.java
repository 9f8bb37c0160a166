package io.plumbline.objectives.feedback;

import io.plumbline.objectives.numeric.LogSumExp;
import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −log(σ(s) σ(−γ)) of a clicked and −log(σ(−s) + σ(s) σ(γ)) of another item: the likelihood of the
 * observed labels (METHODS 115, arXiv:2007.07204; the authors' {@code _NBPOo.py}).
 */
public record NoisyLabelLikelihood() implements NoisyLabelLoss {
  @Override
  public NoisyTerm at(
      double score, double flip, double heldScore, double heldFlip, boolean clicked) {
    if (clicked) {
      return new NoisyTerm(
          -Sigmoid.log(score) - Sigmoid.log(-flip), -Sigmoid.of(-score), Sigmoid.of(flip));
    }
    double seen = Sigmoid.log(score);
    double disliked = Sigmoid.log(-score);
    double flipped = Sigmoid.log(flip);
    double kept = Sigmoid.log(-flip);
    double likelihood = LogSumExp.of(new double[] {disliked, seen + flipped}, 0, 2);
    return new NoisyTerm(
        -likelihood,
        Math.exp(kept + seen + disliked - likelihood),
        -Math.exp(flipped + kept + seen - likelihood));
  }
}
