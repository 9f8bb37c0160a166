package io.plumbline.statistics.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * How well probabilities agree with outcomes.
 *
 * <p>Source: Brier (1950), Verification of forecasts expressed in terms of probability; Naeini et
 * al. (2015), Obtaining well calibrated probabilities using Bayesian binning, for the expected
 * calibration error; a metric of reward models in METHODS 175.
 *
 * @param bins equal-width bins of [0, 1], at least 1
 */
public record Calibration(int bins) {

  public Calibration {
    if (bins < 1) {
      throw new IllegalArgumentException("bins is " + bins + ", must be at least 1");
    }
  }

  /**
   * One point of the reliability curve.
   *
   * @param probability mean stated probability in the bin
   * @param frequency share of outcomes in the bin
   */
  public record Point(double probability, double frequency, int count) {}

  /** Mean squared difference of probability and outcome. */
  public static double brier(double[] probabilities, double[] outcomes) {
    double sum = 0;
    for (int i = 0; i < check(probabilities, outcomes); i++) {
      sum += (probabilities[i] - outcomes[i]) * (probabilities[i] - outcomes[i]);
    }
    return sum / probabilities.length;
  }

  /** The reliability curve; empty bins are left out. A bin holds its upper edge. */
  public List<Point> curve(double[] probabilities, double[] outcomes) {
    double[] stated = new double[bins];
    double[] happened = new double[bins];
    int[] counts = new int[bins];
    for (int i = 0; i < check(probabilities, outcomes); i++) {
      int bin = Math.max(0, (int) Math.ceil(probabilities[i] * bins) - 1);
      stated[bin] += probabilities[i];
      happened[bin] += outcomes[i];
      counts[bin]++;
    }
    List<Point> curve = new ArrayList<>();
    for (int bin = 0; bin < bins; bin++) {
      if (counts[bin] > 0) {
        curve.add(new Point(stated[bin] / counts[bin], happened[bin] / counts[bin], counts[bin]));
      }
    }
    return curve;
  }

  /** Mean absolute distance of the reliability curve from the diagonal, weighted by count. */
  public double expectedError(double[] probabilities, double[] outcomes) {
    return curve(probabilities, outcomes).stream()
            .mapToDouble(point -> point.count() * Math.abs(point.frequency() - point.probability()))
            .sum()
        / probabilities.length;
  }

  private static int check(double[] probabilities, double[] outcomes) {
    if (probabilities.length == 0 || probabilities.length != outcomes.length) {
      throw new IllegalArgumentException(
          "%d probabilities and %d outcomes: give one of each per row"
              .formatted(probabilities.length, outcomes.length));
    }
    for (int i = 0; i < outcomes.length; i++) {
      if (!(probabilities[i] >= 0 && probabilities[i] <= 1)
          || !(outcomes[i] >= 0 && outcomes[i] <= 1)) {
        throw new IllegalArgumentException(
            "row %d: probability %s and outcome %s must be in [0, 1]"
                .formatted(i, probabilities[i], outcomes[i]));
      }
    }
    return probabilities.length;
  }
}
