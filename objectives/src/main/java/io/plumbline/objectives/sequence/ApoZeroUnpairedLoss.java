package io.plumbline.objectives.sequence;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * λ_D (1 − σ(βu)) for desirable and λ_U σ(βu) for undesirable completions: APO-zero without pairs
 * (after arXiv:2408.06266, equation 7; TRL's {@code apo_zero_unpaired}).
 *
 * @param beta β &gt; 0
 * @param desirableWeight λ_D ≥ 0
 * @param undesirableWeight λ_U ≥ 0
 */
public record ApoZeroUnpairedLoss(double beta, double desirableWeight, double undesirableWeight)
    implements LabelledLoss {
  @Override
  public SequenceTerm at(double ratio, boolean desirable, double baseline) {
    double sign = desirable ? 1 : -1;
    double weight = desirable ? desirableWeight : undesirableWeight;
    double loss = Sigmoid.of(-sign * beta * ratio);
    return new SequenceTerm(
        weight * loss, -sign * weight * beta * loss * Sigmoid.of(sign * beta * ratio));
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
