package io.plumbline.statistics.calibration;

import io.plumbline.statistics.regression.Logistic;

/**
 * One temperature by which log-odds are divided so that they fit outcomes best.
 *
 * <p>Source: Guo et al. (2017), On calibration of modern neural networks, section 4.2, with two
 * classes.
 */
public final class Temperature {
  private Temperature() {}

  /**
   * The temperature with the largest likelihood; infinite where log-odds do not predict outcomes.
   *
   * @param outcomes in [0, 1]
   * @throws ArithmeticException if the log-odds' signs separate the outcomes: the temperature is
   *     zero
   */
  public static double fit(double[] logOdds, double[] outcomes) {
    if (slope(logOdds, outcomes, 0) <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    if (isSeparated(logOdds, outcomes)) {
      throw new ArithmeticException("the signs of the log-odds separate the outcomes perfectly");
    }
    double lower = 0;
    double upper = 1;
    while (slope(logOdds, outcomes, upper) > 0) {
      lower = upper;
      upper *= 2;
    }
    for (int step = 0; step < 200; step++) {
      double middle = (lower + upper) / 2;
      if (slope(logOdds, outcomes, middle) > 0) {
        lower = middle;
      } else {
        upper = middle;
      }
    }
    return 2 / (lower + upper);
  }

  private static boolean isSeparated(double[] logOdds, double[] outcomes) {
    for (int i = 0; i < logOdds.length; i++) {
      if (logOdds[i] > 0 && outcomes[i] < 1 || logOdds[i] < 0 && outcomes[i] > 0) {
        return false;
      }
    }
    return true;
  }

  // Derivative of the log-likelihood by the inverse temperature, which is falling.
  private static double slope(double[] logOdds, double[] outcomes, double inverse) {
    double slope = 0;
    for (int i = 0; i < logOdds.length; i++) {
      slope += logOdds[i] * (outcomes[i] - Logistic.probability(inverse * logOdds[i]));
    }
    return slope;
  }
}
