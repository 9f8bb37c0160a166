package io.plumbline.objectives.pair;

import io.plumbline.objectives.numeric.ClampedExponential;
import io.plumbline.objectives.numeric.Sigmoid;

/**
 * The discovered loss of DiscoPOP (arXiv:2406.08414, equation 5): a blend of the logistic and the
 * exponential loss of x = β · margin with blending weight σ(x/τ).
 *
 * <p>The exponent is held at {@value ClampedExponential#LIMIT}.
 *
 * @param beta β &gt; 0
 * @param temperature τ &gt; 0, 0.05 in the paper and in TRL
 */
public record DiscoPopLoss(double beta, double temperature) implements PairLoss {
  public DiscoPopLoss {
    Beta.require(beta);
    if (!(temperature > 0)) {
      throw new IllegalArgumentException(
          "discopop_tau: %s is not a positive number".formatted(temperature));
    }
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double x = beta * pair.margin();
    double blend = Sigmoid.of(x / temperature);
    double rest = Sigmoid.of(-x / temperature);
    double blendSlope = blend * rest / temperature;
    double logistic = -Sigmoid.log(x);
    double exponential = ClampedExponential.of(-x);
    double slope =
        -Sigmoid.of(-x) * rest
            - logistic * blendSlope
            - ClampedExponential.slope(-x) * blend
            + exponential * blendSlope;
    return PairTerm.ofMargin(logistic * rest + exponential * blend, beta * slope);
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
