package io.plumbline.objectives.label;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairTerm;
import io.plumbline.objectives.pair.ScoredPair;
import java.util.Set;

/**
 * (1 − ε) ℓ(pair) + ε ℓ(pair exchanged): the expected loss when a label is flipped with probability
 * ε; conservative DPO over the logistic loss (METHODS 49's baseline; Mitchell, "A note on DPO with
 * noisy preferences", 2023).
 *
 * @param loss ℓ
 * @param flipRate ε in [0, 1)
 */
public record Conservative(PairLoss loss, double flipRate) implements PairLoss {
  public Conservative {
    if (!(flipRate >= 0 && flipRate < 1)) {
      throw new IllegalArgumentException(
          "label_smoothing: %s is outside [0, 1)".formatted(flipRate));
    }
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    PairTerm flipped = loss.at(pair.exchanged()).exchanged();
    return loss.at(pair).times(1 - flipRate).plus(flipped.times(flipRate));
  }

  @Override
  public double rewardScale() {
    return loss.rewardScale();
  }

  @Override
  public Set<Channel> constants() {
    return loss.constants();
  }
}
