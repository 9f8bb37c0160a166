package io.plumbline.cli.judge;

import io.plumbline.api.v1alpha1.RewardEvidence;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.JsonInterval;
import io.plumbline.judgment.audit.AuditPair;
import io.plumbline.judgment.reward.RewardTemperature;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The temperature that was fitted for a reward model, and how to use it.
 *
 * @param model that gave the rewards, with its version
 * @param interval 95 %, clustered by prompt; without a lower or an upper bound where that is null
 * @param withoutReward pairs that were left out
 * @param usedSoFar what its verdicts are divided by at present
 * @param usedSoFarFrom settings, model (fitted when it was trained) or default (1)
 * @param option for one command
 * @param setting for good, of judge-service
 */
record FittedTemperature(
    String model,
    String digest,
    double temperature,
    JsonInterval interval,
    int pairs,
    int prompts,
    int withoutReward,
    double usedSoFar,
    String usedSoFarFrom,
    String option,
    String setting) {
  private static final double LEVEL = 0.95;
  private static final String SOURCE = "TEMPERATURE_SOURCE_";

  /**
   * @param name of the model in {@code reward:NAME}
   * @param pairs with gold
   * @param verdicts one per pair
   * @throws UsageException if they do not determine a temperature
   */
  static FittedTemperature of(String name, List<AuditPair> pairs, List<Verdict> verdicts) {
    List<Double> differences = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    List<String> prompts = new ArrayList<>();
    Verdict answered = null;
    for (int i = 0; i < pairs.size(); i++) {
      if (verdicts.get(i).hasRewards()) {
        answered = verdicts.get(i);
        RewardEvidence rewards = answered.getRewards();
        differences.add(rewards.getRewardA() - rewards.getRewardB());
        labels.add(pairs.get(i).gold().orElseThrow());
        prompts.add(pairs.get(i).question().comparison().cluster());
      }
    }
    if (answered == null) {
      throw new UsageException("no pair has rewards: " + verdicts.get(0).getDetail());
    }
    Clusters clusters = Clusters.of(prompts);
    Interval fitted = fit(numbers(differences), numbers(labels), clusters);
    String shortest = String.format(Locale.ROOT, "%.6g", fitted.estimate());
    return new FittedTemperature(
        answered.getModel(),
        answered.getModelDigest(),
        fitted.estimate(),
        JsonInterval.of(fitted),
        labels.size(),
        clusters.count(),
        pairs.size() - labels.size(),
        answered.getRewards().getTemperature(),
        answered
            .getRewards()
            .getTemperatureSource()
            .name()
            .substring(SOURCE.length())
            .toLowerCase(Locale.ROOT),
        "--temperature " + shortest,
        "plumbline.judge.reward.temperatures." + key(name) + "=" + shortest);
  }

  private static Interval fit(double[] differences, double[] labels, Clusters prompts) {
    try {
      return RewardTemperature.fit(differences, labels, prompts, LEVEL);
    } catch (IllegalArgumentException undetermined) {
      throw new UsageException(undetermined.getMessage() + "; give more pairs", undetermined);
    }
  }

  // A dot would divide the name of a setting, and a colon end it.
  private static String key(String name) {
    return name.matches("[A-Za-z0-9_@-]+") ? name : "\"" + name.replace(":", "\\:") + "\"";
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  String text() {
    return String.format(
        Locale.ROOT,
        """
        %s on %d pairs of %d prompts%s
        temperature  %.6g  [%s, %s]  95 %%
        so far       %.6g (%s)
        use it       %s
        keep it      %s
        """,
        model,
        pairs,
        prompts,
        withoutReward == 0 ? "" : ", " + withoutReward + " more have no reward",
        temperature,
        bound(interval.lower()),
        bound(interval.upper()),
        usedSoFar,
        usedSoFarFrom,
        option,
        setting);
  }

  private static String bound(Double bound) {
    return bound == null ? "no bound" : String.format(Locale.ROOT, "%.6g", bound);
  }
}
