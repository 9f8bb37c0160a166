package io.plumbline.objectives.divergence;

import io.plumbline.objectives.numeric.ClampedExponential;

/**
 * Forward KL: f′(t) = 1 − 1/t, so the score is 1 − e^−u (f-DPO, arXiv:2309.16240, table 1; TRL's
 * {@code forward_kl}). The exponent is held at {@value ClampedExponential#LIMIT}.
 */
public record ForwardKl() implements ScoreTransform {
  @Override
  public double score(double u) {
    return 1 - ClampedExponential.of(-u);
  }

  @Override
  public double slope(double u) {
    return ClampedExponential.slope(-u);
  }
}
