package io.plumbline.statistics.regression;

import java.util.Arrays;

/**
 * The rows of a logistic regression.
 *
 * @param features row by row, one array of equal length per row; an intercept is a column of ones
 * @param outcomes in [0, 1], one per row; fractions are shares of successes
 * @param weights not negative, one per row
 */
public record LogisticDesign(double[][] features, double[] outcomes, double[] weights) {

  public LogisticDesign {
    if (features.length == 0) {
      throw new IllegalArgumentException("there is no row to fit");
    }
    if (features.length != outcomes.length || features.length != weights.length) {
      throw new IllegalArgumentException(
          "features, outcomes and weights have %d, %d and %d rows: give one of each per row"
              .formatted(features.length, outcomes.length, weights.length));
    }
    for (int row = 0; row < features.length; row++) {
      if (features[row].length != features[0].length) {
        throw new IllegalArgumentException(
            "row " + row + " has " + features[row].length + " features, not " + features[0].length);
      }
      if (!(outcomes[row] >= 0 && outcomes[row] <= 1)) {
        throw new IllegalArgumentException(
            "outcome of row " + row + " is " + outcomes[row] + ", must be in [0, 1]");
      }
      if (!(weights[row] >= 0) || Double.isInfinite(weights[row])) {
        throw new IllegalArgumentException(
            "weight of row " + row + " is " + weights[row] + ", must be finite and not negative");
      }
    }
  }

  /** A design in which every row weighs one. */
  public static LogisticDesign unweighted(double[][] features, double[] outcomes) {
    double[] weights = new double[outcomes.length];
    Arrays.fill(weights, 1);
    return new LogisticDesign(features, outcomes, weights);
  }

  public int rows() {
    return features.length;
  }

  public int columns() {
    return features[0].length;
  }
}
