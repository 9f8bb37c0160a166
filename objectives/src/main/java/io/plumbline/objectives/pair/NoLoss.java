package io.plumbline.objectives.pair;

/**
 * Zero for every pair: what observes the rewards of pairs without training on them.
 *
 * @param beta β &gt; 0, the scale of the logged rewards
 */
public record NoLoss(double beta) implements PairLoss {
  public NoLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    return PairTerm.ofMargin(0, 0);
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
