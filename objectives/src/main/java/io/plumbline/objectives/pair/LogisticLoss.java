package io.plumbline.objectives.pair;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −log σ(β · margin): DPO (arXiv:2305.18290, equation 7).
 *
 * <p>Limits: log 2 at equal scores with slope −β/2; 0 for large margins, −β · margin for large
 * negative ones. Invariant under adding one constant to both scores.
 *
 * @param beta β &gt; 0, the strength of the KL constraint
 */
public record LogisticLoss(double beta) implements PairLoss {
  public LogisticLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double logit = beta * pair.margin();
    return PairTerm.ofMargin(-Sigmoid.log(logit), -beta * Sigmoid.of(-logit));
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
