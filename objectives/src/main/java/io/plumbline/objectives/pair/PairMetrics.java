package io.plumbline.objectives.pair;

import io.plumbline.objectives.Metrics;
import io.plumbline.objectives.score.Scores;

/** TRL's metrics of pairs: rewards, accuracy and, where there are any, log-probabilities. */
final class PairMetrics {
  private PairMetrics() {}

  static Metrics of(Scores scores, double rewardScale) {
    double[] rewards = scores.rewards();
    int pairs = rewards.length / 2;
    int accurate = 0;
    for (int pair = 0; pair < pairs; pair++) {
      accurate += rewards[2 * pair] > rewards[2 * pair + 1] ? 1 : 0;
    }
    Metrics metrics =
        Metrics.NONE
            .with("rewards/chosen", rewardScale * everySecond(rewards, 0), pairs)
            .with("rewards/rejected", rewardScale * everySecond(rewards, 1), pairs)
            .with("rewards/accuracies", accurate, pairs);
    if (scores.logps().length == 0) {
      return metrics;
    }
    return metrics
        .with("logps/chosen", everySecond(scores.logps(), 0), pairs)
        .with("logps/rejected", everySecond(scores.logps(), 1), pairs);
  }

  private static double everySecond(double[] values, int first) {
    double sum = 0;
    for (int i = first; i < values.length; i += 2) {
      sum += values[i];
    }
    return sum;
  }
}
