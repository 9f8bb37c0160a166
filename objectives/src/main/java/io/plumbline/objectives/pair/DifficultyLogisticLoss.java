package io.plumbline.objectives.pair;

import io.plumbline.objectives.Channel;
import java.util.Set;

/**
 * −log σ(β · (g + 1) α · margin) with g ≥ 0 the pair's {@code score_gaps}: DA-DPO (METHODS 203), as
 * the authors' code has it. Pairs that a second model tells apart easily get a larger β.
 *
 * @param beta β &gt; 0
 * @param scale α &gt; 0, the code's {@code db_alpha}
 */
public record DifficultyLogisticLoss(double beta, double scale) implements PairLoss {
  public DifficultyLogisticLoss {
    Beta.require(beta);
    Beta.require(scale);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double gap = pair.constant(Channel.SCORE_GAPS);
    return new LogisticLoss(beta * (gap + 1) * scale).at(pair);
  }

  @Override
  public double rewardScale() {
    return beta;
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.SCORE_GAPS);
  }
}
