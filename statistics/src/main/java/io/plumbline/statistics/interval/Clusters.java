package io.plumbline.statistics.interval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cluster each row belongs to, for example the prompt of each comparison.
 *
 * @param clusterOf one cluster number per row, in [0, count)
 * @param count number of clusters
 */
public record Clusters(int[] clusterOf, int count) {

  public Clusters {
    for (int cluster : clusterOf) {
      if (cluster < 0 || cluster >= count) {
        throw new IllegalArgumentException("cluster " + cluster + " is not in [0, " + count + ")");
      }
    }
  }

  /** Rows with equal keys form a cluster; clusters are numbered in order of appearance. */
  public static Clusters of(List<?> keys) {
    Map<Object, Integer> numbers = new HashMap<>();
    int[] clusterOf = new int[keys.size()];
    for (int row = 0; row < clusterOf.length; row++) {
      int next = numbers.size();
      Integer known = numbers.putIfAbsent(keys.get(row), next);
      clusterOf[row] = known == null ? next : known;
    }
    return new Clusters(clusterOf, numbers.size());
  }

  /** Every row is its own cluster. */
  public static Clusters independent(int rows) {
    int[] clusterOf = new int[rows];
    for (int row = 0; row < rows; row++) {
      clusterOf[row] = row;
    }
    return new Clusters(clusterOf, rows);
  }

  public int rows() {
    return clusterOf.length;
  }

  /** Sums of the rows' values by cluster. */
  public double[] sums(double[] values) {
    if (values.length != clusterOf.length) {
      throw new IllegalArgumentException(
          values.length + " values for " + clusterOf.length + " rows: one value per row");
    }
    double[] sums = new double[count];
    for (int row = 0; row < values.length; row++) {
      sums[clusterOf[row]] += values[row];
    }
    return sums;
  }

  /** Number of rows in each cluster. */
  public int[] sizes() {
    int[] sizes = new int[count];
    for (int cluster : clusterOf) {
      sizes[cluster]++;
    }
    return sizes;
  }
}
