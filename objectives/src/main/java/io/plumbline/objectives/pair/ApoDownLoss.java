package io.plumbline.objectives.pair;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * σ(r_w) + 1 − σ(r_w − r_l) with r = β · score: APO-down (arXiv:2408.06266, equation 8), for chosen
 * completions worse than the model's own.
 *
 * @param beta β &gt; 0
 */
public record ApoDownLoss(double beta) implements PairLoss {
  public ApoDownLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double chosen = beta * pair.chosen();
    double margin = beta * pair.margin();
    double chosenSlope = beta * Sigmoid.of(chosen) * Sigmoid.of(-chosen);
    double marginSlope = beta * Sigmoid.of(margin) * Sigmoid.of(-margin);
    return new PairTerm(
        Sigmoid.of(chosen) + Sigmoid.of(-margin), chosenSlope - marginSlope, marginSlope);
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
