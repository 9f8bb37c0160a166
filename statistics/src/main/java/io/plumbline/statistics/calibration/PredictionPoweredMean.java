package io.plumbline.statistics.calibration;

import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.interval.NormalDistribution;
import java.util.Arrays;

/**
 * The mean of human labels from few of them and many judge predictions, valid whatever the judge.
 *
 * <p>Source: Angelopoulos, Duchi and Zrnic (2023), PPI++: efficient prediction-powered inference;
 * with a weight of one it is prediction-powered inference (Angelopoulos et al., 2023).
 *
 * @param weight λ, how much the predictions count: 0 uses the human labels alone
 */
public record PredictionPoweredMean(Interval mean, double weight) {

  /** With the weight that makes the interval narrowest, cut to [0, 1]. */
  public static PredictionPoweredMean of(
      double[] labels, double[] predictionsOfLabelled, double[] predictions, double level) {
    double ratio = (double) labels.length / predictions.length;
    double covariance = covariance(labels, predictionsOfLabelled);
    double variance = variance(pooled(predictionsOfLabelled, predictions));
    double weight = variance == 0 ? 0 : covariance / ((1 + ratio) * variance);
    return of(labels, predictionsOfLabelled, predictions, level, Math.max(0, Math.min(1, weight)));
  }

  /**
   * With a given weight.
   *
   * @param labels human labels
   * @param predictionsOfLabelled the judge's predictions for the same items
   * @param predictions the judge's predictions for the items without a label
   * @throws IllegalArgumentException with fewer than two items of either kind, or unpaired labels
   */
  public static PredictionPoweredMean of(
      double[] labels,
      double[] predictionsOfLabelled,
      double[] predictions,
      double level,
      double weight) {
    if (labels.length != predictionsOfLabelled.length
        || labels.length < 2
        || predictions.length < 2) {
      throw new IllegalArgumentException(
          "needs at least two labels, one prediction for each, and two more predictions");
    }
    double[] rectifier = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      rectifier[i] = labels[i] - weight * predictionsOfLabelled[i];
    }
    double estimate = weight * mean(predictions) + mean(rectifier);
    double deviation =
        Math.sqrt(
            weight * weight * variance(predictions) / predictions.length
                + variance(rectifier) / labels.length);
    double half = NormalDistribution.quantile((1 + level) / 2) * deviation;
    return new PredictionPoweredMean(
        new Interval(estimate, estimate - half, estimate + half, level), weight);
  }

  private static double[] pooled(double[] first, double[] second) {
    double[] pooled = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, pooled, first.length, second.length);
    return pooled;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double variance(double[] values) {
    return covariance(values, values);
  }

  private static double covariance(double[] first, double[] second) {
    double firstMean = mean(first);
    double secondMean = mean(second);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += (first[i] - firstMean) * (second[i] - secondMean);
    }
    return sum / (first.length - 1);
  }
}
