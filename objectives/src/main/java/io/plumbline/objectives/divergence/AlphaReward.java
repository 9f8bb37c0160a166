package io.plumbline.objectives.divergence;

import io.plumbline.objectives.numeric.ClampedExponential;

/**
 * AlphaPO's reward shape (1 − p^−α) / α (arXiv:2501.03884), the log-probability itself at α = 0.
 * The exponent is held at {@value ClampedExponential#LIMIT}.
 *
 * @param alpha α, finite
 */
public record AlphaReward(double alpha) implements ScoreTransform {
  public AlphaReward {
    if (!Double.isFinite(alpha)) {
      throw new IllegalArgumentException("alpha: %s is not finite".formatted(alpha));
    }
  }

  @Override
  public double score(double u) {
    return alpha == 0 ? u : (1 - ClampedExponential.of(-alpha * u)) / alpha;
  }

  @Override
  public double slope(double u) {
    return alpha == 0 ? 1 : ClampedExponential.slope(-alpha * u);
  }

  @Override
  public double reward(double u) {
    return score(u);
  }
}
