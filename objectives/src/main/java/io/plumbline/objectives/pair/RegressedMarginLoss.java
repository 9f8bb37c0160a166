package io.plumbline.objectives.pair;

import io.plumbline.objectives.Channel;
import java.util.Set;

/**
 * (margin − m/β)² with m of each pair from {@code margins}: the margin of log-ratios is regressed
 * on a known difference. With m = P(y ≻ y″) − P(y′ ≻ y″), the two responses' probabilities of
 * beating a sample of the present policy, it is the loss of online mirror descent, and at the
 * extrapolated policy that of EGPO (METHODS 13's two-player baseline, arXiv:2503.08942); with m =
 * P(y ≻ y′) − ½ it is online IPO.
 *
 * <p>Limits: (m/β)² at equal scores; grows with the square of the margin.
 *
 * @param beta β &gt; 0
 */
public record RegressedMarginLoss(double beta) implements PairLoss {
  public RegressedMarginLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double difference = pair.margin() - pair.constant(Channel.MARGINS) / beta;
    return PairTerm.ofMargin(difference * difference, 2 * difference);
  }

  @Override
  public double rewardScale() {
    return beta;
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.MARGINS);
  }
}
