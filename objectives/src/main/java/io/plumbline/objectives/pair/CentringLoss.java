package io.plumbline.objectives.pair;

/**
 * (r_w + r_l)²: the regulariser that keeps rewards centred at zero (arXiv:2312.09244; TRL's {@code
 * center_rewards_coefficient}).
 */
public record CentringLoss() implements PairLoss {
  @Override
  public PairTerm at(ScoredPair pair) {
    double sum = pair.chosen() + pair.rejected();
    return new PairTerm(sum * sum, 2 * sum, 2 * sum);
  }

  @Override
  public double rewardScale() {
    return 1;
  }
}
