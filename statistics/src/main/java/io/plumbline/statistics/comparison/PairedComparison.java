package io.plumbline.statistics.comparison;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.interval.StudentDistribution;

/**
 * The mean difference of two systems' scores on the same items, with intervals that treat the items
 * of one cluster (for example one prompt) as one draw.
 *
 * @param difference mean of first minus second
 * @param clusterRobust Student interval from the sandwich variance
 * @param bootstrap percentile interval, whole clusters resampled
 * @param pValue two-sided, of no difference; NaN with fewer than two clusters
 */
public record PairedComparison(
    double difference, Interval clusterRobust, Interval bootstrap, double pValue) {

  /**
   * @throws IllegalArgumentException if the arrays differ in length or are empty
   */
  public static PairedComparison of(
      double[] first, double[] second, Clusters clusters, Bootstrap bootstrap) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "first has " + first.length + " scores and second " + second.length + ": pair them");
    }
    double[] differences = new double[first.length];
    for (int item = 0; item < first.length; item++) {
      differences[item] = first[item] - second[item];
    }
    ClusteredMean mean = ClusteredMean.of(differences, clusters);
    return new PairedComparison(
        mean.mean(),
        mean.interval(bootstrap.level()),
        bootstrap.mean(differences, clusters),
        pValue(mean));
  }

  /** True if the cluster-robust interval holds zero: the data cannot tell the two apart. */
  public boolean isIndistinguishable() {
    return clusterRobust.contains(0);
  }

  private static double pValue(ClusteredMean mean) {
    if (mean.clusters() < 2) {
      return Double.NaN;
    }
    if (mean.standardError() == 0) {
      return mean.mean() == 0 ? 1 : 0;
    }
    return new StudentDistribution(mean.clusters() - 1)
        .twoSided(mean.mean() / mean.standardError());
  }
}
