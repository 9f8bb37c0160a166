package io.plumbline.statistics.mixed;

import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.linear.Cholesky;

/**
 * A linear model in which every coefficient varies from group to group, in two stages: least
 * squares within each group, then mean and spread over groups. Where every group has the same rows
 * of features, the mean is the maximum-likelihood estimate of the fixed effects of the linear mixed
 * model with random intercept and slopes, and its standard error is that of the group estimates
 * (Laird and Ware 1982, Random-effects models for longitudinal data, section 4; Swamy 1970).
 *
 * @param groupCoefficients one row per group, one column per feature
 */
public record RandomCoefficients(double[][] groupCoefficients) {

  /**
   * @param features the same rows for every group
   * @param outcomes one row per group, one column per row of features
   * @throws ArithmeticException if the features are linearly dependent
   */
  public static RandomCoefficients fit(double[][] features, double[][] outcomes) {
    int columns = features[0].length;
    double[][] product = new double[columns][columns];
    for (double[] row : features) {
      for (int i = 0; i < columns; i++) {
        for (int j = 0; j < columns; j++) {
          product[i][j] += row[i] * row[j];
        }
      }
    }
    Cholesky normal = Cholesky.of(product);
    double[][] coefficients = new double[outcomes.length][];
    for (int group = 0; group < outcomes.length; group++) {
      if (outcomes[group].length != features.length) {
        throw new IllegalArgumentException(
            "group "
                + group
                + " has "
                + outcomes[group].length
                + " outcomes for "
                + features.length
                + " rows of features");
      }
      double[] right = new double[columns];
      for (int row = 0; row < features.length; row++) {
        for (int i = 0; i < columns; i++) {
          right[i] += features[row][i] * outcomes[group][row];
        }
      }
      coefficients[group] = normal.solve(right);
    }
    return new RandomCoefficients(coefficients);
  }

  /** The fixed effect of a feature, with Student's t over groups; unbounded with one group. */
  public Interval effect(int column, double level) {
    double[] values = new double[groupCoefficients.length];
    for (int group = 0; group < values.length; group++) {
      values[group] = groupCoefficients[group][column];
    }
    return ClusteredMean.of(values, Clusters.independent(values.length)).interval(level);
  }
}
