package io.plumbline.judgment.reward;

import io.plumbline.statistics.calibration.Temperature;
import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.regression.Logistic;

/**
 * Fits τ of {@link RewardJudge} by maximum likelihood on labelled pairs, as {@link Temperature}
 * does for log-odds, with an interval. 1/τ is the one coefficient of a logistic regression of the
 * label on the difference of rewards, so its standard error is that regression's sandwich, with
 * errors clustered by prompt (Liang and Zeger 1986).
 */
public final class RewardTemperature {
  private RewardTemperature() {}

  /**
   * The fitted τ and its interval, in units of the reward. The interval is that of 1/τ turned over:
   * its upper end is infinite where 1/τ may be 0, its lower end 0 with one prompt alone.
   *
   * @param differences reward of the first completion minus that of the second, finite
   * @param labels what a trusted judgment gives the first completion, in [0, 1]
   * @param prompts which of them belong to one prompt
   * @param level of the interval, in (0, 1)
   * @throws IllegalArgumentException if the pairs do not determine τ: the rewards agree with every
   *     label, or with none on the whole
   */
  public static Interval fit(
      double[] differences, double[] labels, Clusters prompts, double level) {
    for (double difference : differences) {
      if (!Double.isFinite(difference)) {
        throw new IllegalArgumentException("a difference is " + difference + ", not finite");
      }
    }
    double temperature = temperature(differences, labels);
    double[] scores = new double[differences.length];
    double information = 0;
    for (int i = 0; i < differences.length; i++) {
      double probability = Logistic.probability(differences[i] / temperature);
      scores[i] = differences[i] * (labels[i] - probability);
      information += differences[i] * differences[i] * probability * (1 - probability);
    }
    // The scores' mean is 0 at the maximum, and their sum over the information is 1/τ's error.
    Interval error =
        ClusteredMean.of(scores, prompts).interval(level).scaled(scores.length / information);
    double inverse = 1 / temperature;
    double lowest = inverse + error.lower() - error.estimate();
    return new Interval(
        temperature,
        1 / (inverse + error.upper() - error.estimate()),
        lowest > 0 ? 1 / lowest : Double.POSITIVE_INFINITY,
        level);
  }

  private static double temperature(double[] differences, double[] labels) {
    double temperature;
    try {
      temperature = Temperature.fit(differences, labels);
    } catch (ArithmeticException separated) {
      throw undetermined("the rewards agree with every label");
    }
    if (Double.isInfinite(temperature)) {
      throw undetermined("the rewards do not agree with the labels on the whole");
    }
    return temperature;
  }

  private static IllegalArgumentException undetermined(String reason) {
    return new IllegalArgumentException("the pairs do not determine a temperature: " + reason);
  }
}
