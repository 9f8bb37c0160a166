package io.plumbline.objectives.pair;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −log σ(r_w) − ½ log σ(−r_w) − ½ log σ(−r_l) with r = β · score: noise contrastive alignment on
 * pairs (arXiv:2402.05369).
 *
 * <p>Holds absolute likelihoods: not invariant under a common shift of both scores.
 *
 * @param beta β &gt; 0
 */
public record NcaLoss(double beta) implements PairLoss {
  public NcaLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double chosen = beta * pair.chosen();
    double rejected = beta * pair.rejected();
    double loss = -Sigmoid.log(chosen) - 0.5 * Sigmoid.log(-chosen) - 0.5 * Sigmoid.log(-rejected);
    return new PairTerm(
        loss,
        beta * (0.5 * Sigmoid.of(chosen) - Sigmoid.of(-chosen)),
        beta * 0.5 * Sigmoid.of(rejected));
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
