package io.plumbline.objectives.sequence;

import io.plumbline.objectives.Metrics;

/** Sums up TRL's metrics of labelled completions. */
final class LabelledMetrics {
  private int desirable;
  private int undesirable;
  private double chosenReward;
  private double rejectedReward;
  private double chosenLogp;
  private double rejectedLogp;

  void add(boolean isDesirable, double reward, double logp) {
    if (isDesirable) {
      desirable++;
      chosenReward += reward;
      chosenLogp += logp;
    } else {
      undesirable++;
      rejectedReward += reward;
      rejectedLogp += logp;
    }
  }

  Metrics metrics() {
    return Metrics.NONE
        .with("rewards/chosen", chosenReward, desirable)
        .with("rewards/rejected", rejectedReward, undesirable)
        .with("logps/chosen", chosenLogp, desirable)
        .with("logps/rejected", rejectedLogp, undesirable);
  }
}
