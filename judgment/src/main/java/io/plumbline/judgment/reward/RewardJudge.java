package io.plumbline.judgment.reward;

import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;

/**
 * Judges by two rewards: {@code P(first better) = σ((r_first − r_second) / τ)}, the Bradley-Terry
 * model (Bradley and Terry 1952) on a reward scale. It cannot see an order.
 *
 * @param temperature τ, above 0, in units of the reward
 */
public record RewardJudge(double temperature) {
  public RewardJudge {
    if (!(temperature > 0) || Double.isInfinite(temperature)) {
      throw new IllegalArgumentException("temperature is " + temperature + ", not above 0");
    }
  }

  /** The verdict; a reward that is no finite number makes it FAILED. */
  public Verdict judge(double first, double second) {
    if (!Double.isFinite(first) || !Double.isFinite(second)) {
      return failed("a reward is not finite: " + first + " and " + second);
    }
    return Verdict.symmetric(OrderVerdict.ofProbability(probability(first, second), ""));
  }

  /** The verdict where a reward could not be had. */
  public static Verdict failed(String reason) {
    return Verdict.symmetric(OrderVerdict.none(VerdictState.FAILED, "", reason));
  }

  private double probability(double first, double second) {
    return 1 / (1 + Math.exp(-(first - second) / temperature));
  }
}
