package io.plumbline.objectives.pair;

import io.plumbline.objectives.Channel;
import java.util.Set;

/**
 * −log σ(β_i · margin) with β_i = max(10⁻³, β (1 + w f_i)), f_i from {@code beta_factors}: dynamic
 * reward scaling (METHODS 171), as MM-RLHF's code has it.
 *
 * @param beta β &gt; 0
 * @param weight w ≥ 0
 */
public record FactoredLogisticLoss(double beta, double weight) implements PairLoss {
  private static final double SMALLEST = 1e-3;

  public FactoredLogisticLoss {
    Beta.require(beta);
  }

  @Override
  public PairTerm at(ScoredPair pair) {
    double factored = beta * (1 + weight * pair.constant(Channel.BETA_FACTORS));
    return new LogisticLoss(Math.max(SMALLEST, factored)).at(pair);
  }

  @Override
  public double rewardScale() {
    return beta;
  }

  @Override
  public Set<Channel> constants() {
    return Set.of(Channel.BETA_FACTORS);
  }
}
