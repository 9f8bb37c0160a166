package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.numeric.ClampedExponential;
import io.plumbline.objectives.numeric.Sigmoid;

/**
 * −(4/τ) σ(τ (ρ − 1)) A with ρ = e^log-ratio: SAPO's soft gate in place of clipping (TRL's {@code
 * sapo}, arXiv:2511.20347).
 *
 * @param positive τ for positive advantages
 * @param negative τ for the others
 */
public record SoftSurrogate(double positive, double negative) implements Surrogate {
  @Override
  public Term at(double logRatio, double advantage) {
    double temperature = advantage > 0 ? positive : negative;
    double logit = temperature * (ClampedExponential.of(logRatio) - 1);
    double gate = Sigmoid.of(logit);
    double slope = -4 * gate * Sigmoid.of(-logit) * ClampedExponential.slope(logRatio) * advantage;
    return new Term(-4 / temperature * gate * advantage, slope, false, false);
  }
}
