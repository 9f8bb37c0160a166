package io.plumbline.statistics.interval;

/**
 * A mean with a standard error that allows rows of one cluster to be correlated.
 *
 * <p>The variance is the sandwich Σ_g (Σ_{i in g} (x_i − x̄))² / n² times G/(G−1), for G clusters;
 * the interval uses Student's t with G−1 degrees of freedom. With one row per cluster this is the
 * usual standard error of a mean.
 *
 * <p>Source: Liang and Zeger (1986), Longitudinal data analysis using generalized linear models,
 * equation 6; the factor as in Cameron and Miller (2015), A practitioner's guide to cluster-robust
 * inference, section II.
 *
 * @param standardError NaN with fewer than two clusters
 */
public record ClusteredMean(double mean, double standardError, int rows, int clusters) {

  /**
   * @throws IllegalArgumentException without rows, or if a value is NaN
   */
  public static ClusteredMean of(double[] values, Clusters clusters) {
    if (values.length == 0) {
      throw new IllegalArgumentException("there is no value to average");
    }
    double sum = 0;
    for (int row = 0; row < values.length; row++) {
      if (Double.isNaN(values[row])) {
        throw new IllegalArgumentException("value " + row + " is NaN: exclude and count it");
      }
      sum += values[row];
    }
    double mean = sum / values.length;
    double[] sums = clusters.sums(values);
    int[] sizes = clusters.sizes();
    double squares = 0;
    for (int cluster = 0; cluster < sums.length; cluster++) {
      double deviation = sums[cluster] - sizes[cluster] * mean;
      squares += deviation * deviation;
    }
    int count = clusters.count();
    double standardError =
        count < 2 ? Double.NaN : Math.sqrt(squares * count / (count - 1.0)) / values.length;
    return new ClusteredMean(mean, standardError, values.length, count);
  }

  /**
   * The confidence interval at the given level; unbounded with fewer than two clusters, which say
   * nothing about the spread.
   */
  public Interval interval(double level) {
    Interval.requireLevel(level);
    if (clusters < 2) {
      return new Interval(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
    }
    double half =
        standardError == 0
            ? 0
            : new StudentDistribution(clusters - 1).quantile((1 + level) / 2) * standardError;
    return new Interval(mean, mean - half, mean + half, level);
  }
}
