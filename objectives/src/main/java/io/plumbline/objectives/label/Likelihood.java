package io.plumbline.objectives.label;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.numeric.Sigmoid;
import io.plumbline.objectives.pair.PairLoss;
import io.plumbline.objectives.pair.PairTerm;
import io.plumbline.objectives.pair.ScoredPair;
import java.util.Set;

/**
 * −log p of the pair's order, p = σ(ℓ(pair exchanged) − ℓ(pair)): any pair loss read as a
 * probability, by Gibbs' e^−ℓ over the two orders (RE-PO, METHODS 208, arXiv:2509.24159). The
 * logistic loss is its own likelihood.
 *
 * @param loss ℓ
 */
public record Likelihood(PairLoss loss) implements PairLoss {
  /** The logit of p. */
  public double logit(ScoredPair pair) {
    return loss.at(pair.exchanged()).loss() - loss.at(pair).loss();
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    PairTerm right = loss.at(pair);
    PairTerm wrong = loss.at(pair.exchanged()).exchanged();
    double logit = wrong.loss() - right.loss();
    double slope = -Sigmoid.of(-logit);
    return new PairTerm(
        -Sigmoid.log(logit),
        slope * (wrong.chosenSlope() - right.chosenSlope()),
        slope * (wrong.rejectedSlope() - right.rejectedSlope()));
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
