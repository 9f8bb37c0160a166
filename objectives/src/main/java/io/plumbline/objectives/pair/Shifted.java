package io.plumbline.objectives.pair;

import io.plumbline.objectives.Channel;
import java.util.Set;

/**
 * A loss that sees every margin reduced by a constant: the target margin of SimPO
 * (arXiv:2405.14734).
 *
 * <p>With {@link LogisticLoss} a shift of γ/β is TRL's absolute reading, −log σ(β·margin − γ); a
 * shift of ρ is the authors' ratio reading, −log σ(β(margin − ρ)).
 *
 * @param loss the loss that is shifted
 * @param shift subtracted from the chosen score, in units of the margin
 */
public record Shifted(PairLoss loss, double shift) implements PairLoss {
  @Override
  public PairTerm at(ScoredPair pair) {
    return loss.at(
        new ScoredPair(pair.chosen() - shift, pair.rejected(), pair.example(), pair.batch()));
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
