package io.plumbline.objectives.pair;

import io.plumbline.objectives.numeric.LogOdds;
import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −λ log σ(log-odds(l_w) − log-odds(l_l)) of mean token log-probabilities l: the odds-ratio term of
 * ORPO (arXiv:2403.07691, equation 7; λ is called β in TRL).
 *
 * @param beta λ &gt; 0
 */
public record OddsRatioLoss(double beta) implements PairLoss {
  public OddsRatioLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double logOddsRatio = LogOdds.of(pair.chosen()) - LogOdds.of(pair.rejected());
    double slope = -beta * Sigmoid.of(-logOddsRatio);
    return new PairTerm(
        -beta * Sigmoid.log(logOddsRatio),
        slope * LogOdds.slope(pair.chosen()),
        -slope * LogOdds.slope(pair.rejected()));
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
