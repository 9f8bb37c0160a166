package io.plumbline.objectives.pair;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −log p + α (1 − p) with p = σ(β · margin): Poly-DPO (METHODS 207), as the authors' project page
 * ViPO gives it. α &gt; 0 presses harder on pairs that are not yet won, α &lt; 0 less.
 *
 * @param beta β &gt; 0
 * @param polynomial α &gt; −1, so that the slope never changes sign
 */
public record PolynomialLogisticLoss(double beta, double polynomial) implements PairLoss {
  public PolynomialLogisticLoss {
    Beta.require(beta);
    if (!(polynomial > -1 && Double.isFinite(polynomial))) {
      throw new IllegalArgumentException("alpha: %s is not above −1".formatted(polynomial));
    }
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double logit = beta * pair.margin();
    double win = Sigmoid.of(logit);
    double lose = Sigmoid.of(-logit);
    return PairTerm.ofMargin(
        -Sigmoid.log(logit) + polynomial * lose, -beta * lose * (1 + polynomial * win));
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
