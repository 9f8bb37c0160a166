package io.plumbline.objectives.pair;

/**
 * (margin − 1/(2τ))²: IPO (arXiv:2310.12036, equation 17).
 *
 * <p>Projects differ in what the margin is made of: log-ratios averaged over tokens (TRL, HALOs,
 * LLaMA-Factory) or summed (OpenRLHF, TRL's online trainers); see {@link
 * io.plumbline.objectives.score.ScoreScale}.
 *
 * @param beta τ &gt; 0, called β in code
 */
public record SquaredMarginLoss(double beta) implements PairLoss {
  public SquaredMarginLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double difference = pair.margin() - 1 / (2 * beta);
    return PairTerm.ofMargin(difference * difference, 2 * difference);
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
