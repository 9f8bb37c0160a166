package io.plumbline.judgment.reward;

import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.statistics.regression.Logistic;

/**
 * Judges by two rewards: {@code P(first better) = σ((r_first − r_second) / τ)}, the Bradley-Terry
 * model (Bradley and Terry 1952) on a reward scale. It cannot see an order.
 */
public final class RewardJudge {
  private RewardJudge() {}

  /** The verdict, whose text names rewards and temperature. */
  public static Verdict judge(RewardEvidence rewards) {
    double margin = rewards.first() - rewards.second();
    return Verdict.symmetric(
        OrderVerdict.ofProbability(
            Logistic.probability(margin / rewards.temperature().value()), rewards.inWords()));
  }

  /** The verdict where a reward could not be had. */
  public static Verdict failed(String reason) {
    return Verdict.symmetric(OrderVerdict.none(VerdictState.FAILED, "", reason));
  }
}
