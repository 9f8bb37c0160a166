package io.plumbline.objectives.divergence;

import io.plumbline.objectives.numeric.ClampedExponential;

/**
 * α-divergence: f′(t) = (t^(α−1) − 1) / (α − 1), TRL's {@code alpha_divergence} (f-DPO,
 * arXiv:2309.16240, table 1). The exponent is held at {@value ClampedExponential#LIMIT}; within
 * 1e-6 of α = 1 it is the reverse KL.
 *
 * @param alpha α, finite
 */
public record AlphaDivergence(double alpha) implements ScoreTransform {
  private static final double NEAR_ONE = 1e-6;

  public AlphaDivergence {
    if (!Double.isFinite(alpha)) {
      throw new IllegalArgumentException("alpha: %s is not finite".formatted(alpha));
    }
  }

  private boolean isReverseKl() {
    return Math.abs(alpha - 1) < NEAR_ONE;
  }

  @Override
  public double score(double u) {
    if (isReverseKl()) {
      return u;
    }
    return (ClampedExponential.of((alpha - 1) * u) - 1) / (alpha - 1);
  }

  @Override
  public double slope(double u) {
    return isReverseKl() ? 1 : ClampedExponential.slope((alpha - 1) * u);
  }
}
