package io.plumbline.objectives.pair;

/**
 * −½ (s_1 + s_2): the likelihood of both sides of a pair, such as the label's log-probability of
 * two texts of one class (METHODS 188).
 */
public record BothLikelihoodLoss() implements PairLoss {
  @Override
  public PairTerm at(ScoredPair pair) {
    return new PairTerm(-0.5 * (pair.chosen() + pair.rejected()), -0.5, -0.5);
  }

  @Override
  public double rewardScale() {
    return 1;
  }
}
