package io.plumbline.objectives.pair;

import io.plumbline.objectives.Channel;
import java.util.Set;

/**
 * The score of that completion of the pair which the reference model sampled ({@code
 * chosen_from_reference}): XPO's exploration bonus (arXiv:2405.21046, algorithm 1) pushes it down.
 */
public record ReferenceSampleLoss() implements PairLoss {
  @Override
  public PairTerm at(ScoredPair pair) {
    double share = pair.constant(Channel.CHOSEN_FROM_REFERENCE);
    return new PairTerm(share * pair.chosen() + (1 - share) * pair.rejected(), share, 1 - share);
  }

  @Override
  public double rewardScale() {
    return 1;
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.CHOSEN_FROM_REFERENCE);
  }
}
