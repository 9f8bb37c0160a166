package io.plumbline.objectives.pair;

import io.plumbline.objectives.Metrics;

/** Sums up TRL's metrics of pairs: rewards, accuracy and log-probabilities. */
final class PairMetrics {
  private int pairs;
  private int accurate;
  private double chosenReward;
  private double rejectedReward;
  private double chosenLogp;
  private double rejectedLogp;

  void add(double chosen, double rejected, double chosenLogps, double rejectedLogps) {
    pairs++;
    accurate += chosen > rejected ? 1 : 0;
    chosenReward += chosen;
    rejectedReward += rejected;
    chosenLogp += chosenLogps;
    rejectedLogp += rejectedLogps;
  }

  Metrics metrics() {
    return Metrics.NONE
        .with("rewards/chosen", chosenReward, pairs)
        .with("rewards/rejected", rejectedReward, pairs)
        .with("rewards/accuracies", accurate, pairs)
        .with("logps/chosen", chosenLogp, pairs)
        .with("logps/rejected", rejectedLogp, pairs);
  }
}
