package io.plumbline.cli.report;

import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import java.util.List;

/**
 * A number with its confidence interval.
 *
 * @param low null where the interval is unbounded
 * @param high null where the interval is unbounded
 * @param level for example 0.95
 */
public record Estimate(double value, Double low, Double high, double level) {
  static final double LEVEL = 0.95;

  /** The mean of values that are alike within their group, for example the opening of a story. */
  static Estimate clustered(double[] values, List<String> groups) {
    Interval interval = ClusteredMean.of(values, Clusters.of(groups)).interval(LEVEL);
    return new Estimate(
        interval.estimate(), finite(interval.lower()), finite(interval.upper()), interval.level());
  }

  /** True when the whole interval lies above {@code value}. */
  public boolean above(double value) {
    return low != null && low > value;
  }

  /** True when the interval cannot tell the number from {@code value}. */
  public boolean includes(double value) {
    return (low == null || low <= value) && (high == null || value <= high);
  }

  private static Double finite(double bound) {
    return Double.isInfinite(bound) ? null : bound;
  }
}
