package io.plumbline.objectives.pair;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.numeric.Sigmoid;
import java.util.Set;

/**
 * −log σ(10 (2p − 1) β · margin) with p the pair's {@code preference_probabilities}: SmPO (METHODS
 * 60), as the authors' code has it. At p = ½ a pair costs log 2 and moves nothing.
 *
 * @param beta β &gt; 0
 */
public record SmoothedPreferenceLoss(double beta) implements PairLoss {
  private static final double SCALE = 10;

  public SmoothedPreferenceLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double probability = pair.constant(Channel.PREFERENCE_PROBABILITIES);
    double factor = SCALE * (2 * probability - 1) * beta;
    double logit = factor * pair.margin();
    return PairTerm.ofMargin(-Sigmoid.log(logit), -factor * Sigmoid.of(-logit));
  }

  @Override
  public double rewardScale() {
    return beta;
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.PREFERENCE_PROBABILITIES);
  }
}
