package io.plumbline.judgment.reward;

import static java.util.Objects.requireNonNull;

/**
 * What a judgment by rewards rests on.
 *
 * @param first reward of the first completion, finite
 * @param second that of the second, finite
 */
public record RewardEvidence(double first, double second, JudgeTemperature temperature) {
  public RewardEvidence {
    if (!Double.isFinite(first) || !Double.isFinite(second)) {
      throw new IllegalArgumentException("a reward is not finite: " + first + " and " + second);
    }
    requireNonNull(temperature, "temperature is null");
  }

  String inWords() {
    return "rewards %s and %s, %s".formatted(first, second, temperature.inWords());
  }
}
