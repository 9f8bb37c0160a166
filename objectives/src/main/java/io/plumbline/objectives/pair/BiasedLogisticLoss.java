package io.plumbline.objectives.pair;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −log σ(α (s_w − λ s_l)): contrastive preference learning with conservative bias (METHODS 79,
 * arXiv:2310.13639), s the summed log-probability of a segment's actions.
 *
 * <p>For λ &lt; 1 not invariant under a common shift.
 *
 * @param alpha α &gt; 0, temperature
 * @param bias λ in (0, 1]
 */
public record BiasedLogisticLoss(double alpha, double bias) implements PairLoss {
  public BiasedLogisticLoss {
    Beta.require(alpha);
    if (!(bias > 0 && bias <= 1)) {
      throw new IllegalArgumentException("bias: %s is outside (0, 1]".formatted(bias));
    }
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double logit = alpha * (pair.chosen() - bias * pair.rejected());
    double slope = -alpha * Sigmoid.of(-logit);
    return new PairTerm(-Sigmoid.log(logit), slope, -bias * slope);
  }

  @Override
  public double rewardScale() {
    return alpha;
  }
}
