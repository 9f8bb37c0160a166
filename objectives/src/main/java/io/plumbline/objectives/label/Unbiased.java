package io.plumbline.objectives.label;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairTerm;
import io.plumbline.objectives.pair.ScoredPair;
import java.util.Set;

/**
 * ((1 − ε) ℓ(pair) − ε ℓ(pair exchanged)) / (1 − 2ε): its expectation under labels flipped with
 * probability ε is ℓ of the true label; robust DPO over the logistic loss (METHODS 49,
 * arXiv:2403.00409).
 *
 * <p>Not bounded below: the loss of a pair with a large margin is negative.
 *
 * @param loss ℓ
 * @param flipRate ε in [0, ½)
 */
public record Unbiased(PairLoss loss, double flipRate) implements PairLoss {
  public Unbiased {
    if (!(flipRate >= 0 && flipRate < 0.5)) {
      throw new IllegalArgumentException(
          "label_smoothing: %s is outside [0, 0.5)".formatted(flipRate));
    }
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    PairTerm flipped = loss.at(pair.exchanged()).exchanged();
    return loss.at(pair)
        .times((1 - flipRate) / (1 - 2 * flipRate))
        .plus(flipped.times(-flipRate / (1 - 2 * flipRate)));
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
