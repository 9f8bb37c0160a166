package io.plumbline.rewardmodels.evaluation;

import io.plumbline.statistics.regression.Logistic;
import java.util.List;

/**
 * How well a reward model's margins agree with preferences.
 *
 * @param accuracy share of pairs ranked as labelled, a tie counting one half; a soft label counts
 *     with its probability
 * @param expectedCalibrationError of the probabilities σ(margin / temperature), in [0, 1]
 * @param logLoss mean negative log-likelihood in nats; ln 2 = 0.693 is a coin's
 */
public record PairEvaluation(
    int pairs, double accuracy, double expectedCalibrationError, double logLoss) {
  private static final int BINS = 10;

  /**
   * @param temperature divides every margin, positive
   * @throws IllegalArgumentException if there is no pair
   */
  public static PairEvaluation of(List<JudgedPair> pairs, double temperature) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("there is no pair to evaluate on");
    }
    double right = 0;
    double loss = 0;
    ReliabilityDiagram diagram = new ReliabilityDiagram(BINS);
    for (JudgedPair pair : pairs) {
      double margin = pair.margin() / temperature;
      double rightHere =
          margin == 0 ? 0.5 : margin > 0 ? pair.probability() : 1 - pair.probability();
      right += rightHere;
      loss += Logistic.softplus(-margin) + (1 - pair.probability()) * margin;
      diagram.add(Logistic.probability(Math.abs(margin)), rightHere);
    }
    return new PairEvaluation(
        pairs.size(),
        right / pairs.size(),
        diagram.expectedCalibrationError(),
        loss / pairs.size());
  }
}
