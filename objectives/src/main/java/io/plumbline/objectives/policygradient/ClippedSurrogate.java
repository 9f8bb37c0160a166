package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.numeric.ClampedExponential;

/**
 * −min(ρ A, clip(ρ, 1 − ε_low, 1 + ε_high) A) with ρ = e^log-ratio (PPO, arXiv:1707.06347, equation
 * 7; TRL's GRPO and RLOO trainers).
 *
 * <p>The ratio of the unclipped branch may be capped (TRL's {@code delta}, INTELLECT-2); its
 * exponent is held at {@value ClampedExponential#LIMIT}.
 *
 * @param low ε_low in [0, 1]
 * @param high ε_high ≥ 0
 * @param cap upper limit of the unclipped ratio, {@link Double#POSITIVE_INFINITY} for none
 */
public record ClippedSurrogate(double low, double high, double cap) implements Surrogate {
  public ClippedSurrogate {
    if (!(low >= 0 && low <= 1 && high >= 0)) {
      throw new IllegalArgumentException(
          "epsilon: %s and %s; give ε_low in [0, 1] and ε_high ≥ 0".formatted(low, high));
    }
    if (!(cap > 0)) {
      throw new IllegalArgumentException("delta: %s is not a positive number".formatted(cap));
    }
  }

  @Override
  public Term at(double logRatio, double advantage) {
    double ratio = ClampedExponential.of(logRatio);
    double capped = Math.min(ratio, cap);
    double clipped = Math.max(1 - low, Math.min(1 + high, ratio));
    boolean free = capped * advantage <= clipped * advantage;
    boolean moves = ratio == (free ? capped : clipped);
    return new Term(
        -Math.min(capped * advantage, clipped * advantage),
        moves ? -advantage * ClampedExponential.slope(logRatio) : 0,
        capped < 1 - low && advantage < 0,
        capped > 1 + high && advantage > 0);
  }
}
