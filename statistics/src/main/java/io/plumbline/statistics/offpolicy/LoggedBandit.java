package io.plumbline.statistics.offpolicy;

/**
 * What a logging policy did and earned, and what another policy would have done.
 *
 * @param rewards observed, per round
 * @param loggingProbabilities of the action taken, in (0, 1]
 * @param targetProbabilities of the same action under the policy to evaluate
 * @param predictedTaken a model's reward for the action taken; zeros if there is none
 * @param predictedValue a model's expected reward under the policy to evaluate
 */
public record LoggedBandit(
    double[] rewards,
    double[] loggingProbabilities,
    double[] targetProbabilities,
    double[] predictedTaken,
    double[] predictedValue) {

  public LoggedBandit {
    int rounds = rewards.length;
    if (rounds == 0
        || loggingProbabilities.length != rounds
        || targetProbabilities.length != rounds
        || predictedTaken.length != rounds
        || predictedValue.length != rounds) {
      throw new IllegalArgumentException("all arrays must have one entry per round");
    }
    for (int round = 0; round < rounds; round++) {
      if (!(loggingProbabilities[round] > 0)) {
        throw new IllegalArgumentException(
            "loggingProbabilities[" + round + "] must be positive: the action was taken");
      }
    }
  }

  double weight(int round) {
    return targetProbabilities[round] / loggingProbabilities[round];
  }
}
