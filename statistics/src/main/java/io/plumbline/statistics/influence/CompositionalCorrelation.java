package io.plumbline.statistics.influence;

import io.plumbline.statistics.linear.Cholesky;
import java.util.Arrays;

/**
 * Partial correlations of the parts of compositions (shares that sum to one): the correlation of
 * two parts with all others held constant, whatever part is taken as reference.
 *
 * <p>Source: Erb (2020), Partial correlations in compositional data analysis: from the
 * pseudo-inverse of the covariance of centred log-ratios (METHODS 82).
 */
public final class CompositionalCorrelation {
  private CompositionalCorrelation() {}

  /**
   * Part by part, ones on the diagonal.
   *
   * @param compositions row by part, all positive; rows need not sum to one
   * @throws IllegalArgumentException if a part is not positive, or there are too few rows
   */
  public static double[][] partial(double[][] compositions) {
    int rows = compositions.length;
    int parts = rows == 0 ? 0 : compositions[0].length;
    if (parts < 3 || rows <= parts) {
      throw new IllegalArgumentException(
          "needs at least three parts and more rows than parts, got %d rows of %d parts"
              .formatted(rows, parts));
    }
    double[][] ratios = new double[rows][];
    for (int row = 0; row < rows; row++) {
      ratios[row] = centredLogRatios(compositions[row], row);
    }
    double[][] covariance = covariance(ratios, parts);
    // The covariance is singular along (1, …, 1) only: filled there, inverted, and taken away
    // again.
    double scale = 1.0 / parts;
    for (double[] row : covariance) {
      for (int part = 0; part < parts; part++) {
        row[part] += scale;
      }
    }
    double[][] inverse = Cholesky.of(covariance).inverse();
    double[][] partial = new double[parts][parts];
    for (int i = 0; i < parts; i++) {
      for (int j = 0; j < parts; j++) {
        partial[i][j] =
            i == j
                ? 1
                : -(inverse[i][j] - scale)
                    / Math.sqrt((inverse[i][i] - scale) * (inverse[j][j] - scale));
      }
    }
    return partial;
  }

  private static double[] centredLogRatios(double[] composition, int row) {
    for (double part : composition) {
      if (!(part > 0)) {
        throw new IllegalArgumentException(
            "row " + row + " has the part " + part + ": replace zeros before taking log-ratios");
      }
    }
    double mean = Arrays.stream(composition).map(Math::log).average().orElseThrow();
    return Arrays.stream(composition).map(part -> Math.log(part) - mean).toArray();
  }

  private static double[][] covariance(double[][] rows, int columns) {
    double[] means = new double[columns];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        means[i] += row[i] / rows.length;
      }
    }
    double[][] covariance = new double[columns][columns];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        for (int j = 0; j < columns; j++) {
          covariance[i][j] += (row[i] - means[i]) * (row[j] - means[j]) / (rows.length - 1);
        }
      }
    }
    return covariance;
  }
}
