package io.plumbline.objectives.pair;

import io.plumbline.objectives.Channel;
import java.util.HashSet;
import java.util.Set;

/**
 * A loss that sees each margin reduced by the pair's own value in {@code margins}: the margin that
 * Llama 2 (arXiv:2307.09288) and TRL's reward trainer ask for.
 *
 * @param loss the loss that is shifted
 */
public record MarginShifted(PairLoss loss) implements PairLoss {
  @Override
  public PairTerm at(ScoredPair pair) {
    double chosen = pair.chosen() - pair.constant(Channel.MARGINS);
    return loss.at(new ScoredPair(chosen, pair.rejected(), pair.example(), pair.batch()));
  }

  @Override
  public double rewardScale() {
    return loss.rewardScale();
  }

  @Override
  public Set<Channel> constants() {
    Set<Channel> constants = new HashSet<>(loss.constants());
    constants.add(Channel.MARGINS);
    return constants;
  }
}
