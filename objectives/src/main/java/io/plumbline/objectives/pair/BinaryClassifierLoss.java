package io.plumbline.objectives.pair;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −log σ(r_w) − log σ(−r_l) with r = β · score: TRL's {@code bco_pair}, that is BCO
 * (arXiv:2404.04656) with its reward shift δ left out.
 *
 * @param beta β &gt; 0
 */
public record BinaryClassifierLoss(double beta) implements PairLoss {
  public BinaryClassifierLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double chosen = beta * pair.chosen();
    double rejected = beta * pair.rejected();
    return new PairTerm(
        -Sigmoid.log(chosen) - Sigmoid.log(-rejected),
        -beta * Sigmoid.of(-chosen),
        beta * Sigmoid.of(rejected));
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
