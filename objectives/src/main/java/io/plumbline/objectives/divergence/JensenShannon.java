package io.plumbline.objectives.divergence;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * Jensen-Shannon: f′(t) = log(2t / (t + 1)), so the score is log 2 + log σ(u) (f-DPO,
 * arXiv:2309.16240, table 1; TRL's {@code js_divergence}). Bounded above by log 2.
 */
public record JensenShannon() implements ScoreTransform {
  @Override
  public double score(double u) {
    return Math.log(2) + Sigmoid.log(u);
  }

  @Override
  public double slope(double u) {
    return Sigmoid.of(-u);
  }
}
