package io.plumbline.objectives.pair;

import io.plumbline.objectives.Channel;
import java.util.Set;

/** The loss of one pair as a function of its two scores; constants of the pair are held fixed. */
public interface PairLoss {
  /** Value and derivatives at {@code pair}; finite for scores up to ±1e4 and beyond. */
  PairTerm at(ScoredPair pair);

  /** What a log-ratio is multiplied with to be logged as a reward: the loss's β. */
  double rewardScale();

  /** Per-example constant channels that the loss reads. */
  default Set<Channel> constants() {
    return Set.of();
  }
}
