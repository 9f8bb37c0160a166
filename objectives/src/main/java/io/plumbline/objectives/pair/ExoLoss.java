package io.plumbline.objectives.pair;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * KL(σ(β · margin) ‖ 1 − ε) over the two answers: EXO on pairs (arXiv:2402.00856, equation 16).
 *
 * <p>Limits: −log(1 − ε) for large margins, −log ε for large negative ones.
 *
 * @param beta β &gt; 0
 * @param flipRate ε in (0, 1), the probability that the label is wrong; the paper takes 1e-3
 */
public record ExoLoss(double beta, double flipRate) implements PairLoss {
  public ExoLoss {
    Beta.require(beta);
    if (!(flipRate > 0 && flipRate < 1)) {
      throw new IllegalArgumentException(
          "label_smoothing: %s is outside (0, 1); EXO's paper takes 1e-3".formatted(flipRate));
    }
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double logit = beta * pair.margin();
    double win = Sigmoid.of(logit);
    double lose = Sigmoid.of(-logit);
    double logWin = Math.log1p(-flipRate);
    double logLose = Math.log(flipRate);
    double loss = win * (Sigmoid.log(logit) - logWin) + lose * (Sigmoid.log(-logit) - logLose);
    return PairTerm.ofMargin(loss, beta * win * lose * (logit - logWin + logLose));
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
