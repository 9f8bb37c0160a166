package io.plumbline.objectives.label;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairTerm;
import io.plumbline.objectives.pair.ScoredPair;
import java.util.HashSet;
import java.util.Set;

/**
 * p ℓ(pair) + (1 − p) ℓ(pair exchanged), with p of each pair from {@code preference_probabilities}:
 * the cross-entropy against a soft label over the logistic loss.
 *
 * @param loss ℓ
 */
public record SoftLabelled(PairLoss loss) implements PairLoss {
  @Override
  public PairTerm at(ScoredPair pair) {
    double probability = pair.constant(Channel.PREFERENCE_PROBABILITIES);
    PairTerm flipped = loss.at(pair.exchanged()).exchanged();
    return loss.at(pair).times(probability).plus(flipped.times(1 - probability));
  }

  @Override
  public double rewardScale() {
    return loss.rewardScale();
  }

  @Override
  public Set<Channel> constants() {
    Set<Channel> constants = new HashSet<>(loss.constants());
    constants.add(Channel.PREFERENCE_PROBABILITIES);
    return constants;
  }
}
