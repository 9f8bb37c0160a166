package io.plumbline.statistics.calibration;

import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.interval.NormalDistribution;

/**
 * The true rate behind a judge's rate, from the judge's hits on a small human sample.
 *
 * <p>Source: Rogan and Gladen (1978), Estimating prevalence from the results of a screening test.
 *
 * @param judgedPositive items that the judge calls positive, of those that it judged alone
 * @param judged items that it judged alone
 * @param truePositives positives of the human sample that the judge calls positive
 * @param positives positives of the human sample
 * @param trueNegatives negatives of the human sample that the judge calls negative
 * @param negatives negatives of the human sample
 */
public record RoganGladen(
    int judgedPositive,
    int judged,
    int truePositives,
    int positives,
    int trueNegatives,
    int negatives) {

  /**
   * The corrected rate with its interval, both cut to [0, 1].
   *
   * @throws ArithmeticException if the judge is no better than chance on the human sample
   */
  public Interval rate(double level) {
    double apparent = (double) judgedPositive / judged;
    double sensitivity = (double) truePositives / positives;
    double specificity = (double) trueNegatives / negatives;
    double power = sensitivity + specificity - 1;
    if (!(power > 0)) {
      throw new ArithmeticException(
          "sensitivity %.3f and specificity %.3f: the judge is no better than chance"
              .formatted(sensitivity, specificity));
    }
    double rate = (apparent + specificity - 1) / power;
    double variance =
        (apparent * (1 - apparent) / judged
                + rate * rate * sensitivity * (1 - sensitivity) / positives
                + (1 - rate) * (1 - rate) * specificity * (1 - specificity) / negatives)
            / (power * power);
    double half = NormalDistribution.quantile((1 + level) / 2) * Math.sqrt(variance);
    return new Interval(cut(rate), cut(rate - half), cut(rate + half), level);
  }

  private static double cut(double rate) {
    return Math.max(0, Math.min(1, rate));
  }
}
