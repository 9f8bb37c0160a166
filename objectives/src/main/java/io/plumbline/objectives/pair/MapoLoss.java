package io.plumbline.objectives.pair;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * e_w − β log σ(T (g(e_w) − g(e_l))) with g(e) = s e / (e^{s e} − 1): MaPO (METHODS 164,
 * arXiv:2406.06424), as the authors' code has it. The scores are the denoising errors themselves.
 *
 * @param beta β &gt; 0
 * @param signalToNoise s &gt; 0, the code's {@code snr_value}
 * @param timeSteps T, number of training time steps of the noise schedule
 */
public record MapoLoss(double beta, double signalToNoise, double timeSteps) implements PairLoss {
  // Below, s e is so small that e^{s e} − 1 loses no digit but the quotient's derivative would.
  private static final double SMALL = 1e-5;

  public MapoLoss {
    Beta.require(beta);
    Beta.require(signalToNoise);
    Beta.require(timeSteps);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double logit = timeSteps * (likelihood(pair.chosen()) - likelihood(pair.rejected()));
    double slope = -beta * timeSteps * Sigmoid.of(-logit);
    return new PairTerm(
        pair.chosen() - beta * Sigmoid.log(logit),
        1 + slope * likelihoodSlope(pair.chosen()),
        -slope * likelihoodSlope(pair.rejected()));
  }

  private double likelihood(double error) {
    double x = signalToNoise * error;
    return Math.abs(x) < SMALL ? 1 - x / 2 : x / Math.expm1(x);
  }

  private double likelihoodSlope(double error) {
    double x = signalToNoise * error;
    if (Math.abs(x) < SMALL) {
      return signalToNoise * (-0.5 + x / 6);
    }
    double inverse = 1 / Math.expm1(x);
    return signalToNoise * (inverse - x * inverse * (1 + inverse));
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
