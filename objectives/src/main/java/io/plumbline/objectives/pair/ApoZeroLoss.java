package io.plumbline.objectives.pair;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * 1 − σ(r_w) + σ(r_l) with r = β · score: APO-zero (arXiv:2408.06266, equation 7), for chosen
 * completions better than the model's own.
 *
 * <p>Bounded in (0, 2); 1 at log-ratios of zero.
 *
 * @param beta β &gt; 0
 */
public record ApoZeroLoss(double beta) implements PairLoss {
  public ApoZeroLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double chosen = beta * pair.chosen();
    double rejected = beta * pair.rejected();
    return new PairTerm(
        Sigmoid.of(-chosen) + Sigmoid.of(rejected),
        -beta * Sigmoid.of(chosen) * Sigmoid.of(-chosen),
        beta * Sigmoid.of(rejected) * Sigmoid.of(-rejected));
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
