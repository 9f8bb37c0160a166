package io.plumbline.statistics.mixed;

import java.util.Arrays;

/**
 * Binomial outcomes in groups.
 *
 * @param features one row per outcome; the first column is usually all ones
 * @param successes in [0, trials], one per row
 * @param trials at least 1, one per row
 * @param group the row's group, 0 up to {@code groups − 1}
 */
public record GroupedBinomial(
    double[][] features, double[] successes, double[] trials, int[] group, int groups) {
  public GroupedBinomial {
    int rows = features.length;
    if (rows == 0 || successes.length != rows || trials.length != rows || group.length != rows) {
      throw new IllegalArgumentException("all arrays must have one entry per row, at least one");
    }
    for (int row = 0; row < rows; row++) {
      if (features[row].length != features[0].length) {
        throw new IllegalArgumentException("row " + row + " has another number of features");
      }
      if (!(successes[row] >= 0) || !(trials[row] >= Math.max(1, successes[row]))) {
        throw new IllegalArgumentException(
            "row " + row + " has " + successes[row] + " successes of " + trials[row]);
      }
      if (group[row] < 0 || group[row] >= groups) {
        throw new IllegalArgumentException("row " + row + " names group " + group[row]);
      }
    }
  }

  /** One trial per row. */
  public static GroupedBinomial binary(
      double[][] features, double[] outcomes, int[] group, int groups) {
    double[] ones = new double[outcomes.length];
    Arrays.fill(ones, 1);
    return new GroupedBinomial(features, outcomes, ones, group, groups);
  }

  int columns() {
    return features[0].length;
  }
}
