package io.plumbline.objectives.sequence;

import io.plumbline.objectives.numeric.Sigmoid;

/**
 * λ_D (1 − σ(β(u − z))) for desirable and λ_U (1 − σ(β(z − u))) for undesirable completions: KTO
 * (arXiv:2402.01306, equation 7). Bounded in (0, λ).
 *
 * @param beta β &gt; 0
 * @param desirableWeight λ_D ≥ 0
 * @param undesirableWeight λ_U ≥ 0
 */
public record KtoLoss(double beta, double desirableWeight, double undesirableWeight)
    implements LabelledLoss {
  @Override
  public SequenceTerm at(double ratio, boolean desirable, double baseline) {
    double sign = desirable ? 1 : -1;
    double weight = desirable ? desirableWeight : undesirableWeight;
    double gain = sign * beta * (ratio - baseline);
    double loss = Sigmoid.of(-gain);
    return new SequenceTerm(weight * loss, -sign * weight * beta * loss * Sigmoid.of(gain));
  }

  @Override
  public double rewardScale() {
    return beta;
  }
}
