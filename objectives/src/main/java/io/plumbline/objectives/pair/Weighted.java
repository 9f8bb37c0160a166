package io.plumbline.objectives.pair;

import io.plumbline.objectives.Channel;
import java.util.HashSet;
import java.util.Set;

/**
 * A loss times a constant of the pair, read from a per-example channel.
 *
 * @param loss the loss that is weighted
 * @param weights where the weight is read
 */
public record Weighted(PairLoss loss, Channel weights) implements PairLoss {
  @Override
  public PairTerm at(ScoredPair pair) {
    return loss.at(pair).times(pair.constant(weights));
  }

  @Override
  public double rewardScale() {
    return loss.rewardScale();
  }

  @Override
  public Set<Channel> constants() {
    Set<Channel> constants = new HashSet<>(loss.constants());
    constants.add(weights);
    return constants;
  }
}
