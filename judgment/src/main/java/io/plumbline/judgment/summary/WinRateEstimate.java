package io.plumbline.judgment.summary;

import static java.util.Objects.requireNonNull;

import io.plumbline.judgment.verdict.Winner;
import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import java.util.List;
import java.util.Optional;

/**
 * The share of comparisons that the first side wins, a tie counting half.
 *
 * <p>The interval is the cluster-robust one with Student's t, cut to [0, 1]. Where every comparison
 * went the same way its variance estimate is 0, and the exact binomial bound over clusters takes
 * its place (Clopper and Pearson 1934: {@code (α/2)^(1/clusters)}).
 *
 * @param comparisons how many count, at least 1
 * @param interval around the rate, both in [0, 1]
 */
public record WinRateEstimate(int comparisons, Interval interval) {
  public WinRateEstimate {
    requireNonNull(interval, "interval is null");
  }

  /** In [0, 1]. */
  public double rate() {
    return interval.estimate();
  }

  /**
   * Empty without winners.
   *
   * @param winners one per comparison that counts
   * @param clusters one per winner: comparisons of one cluster are not independent
   * @param level of the interval, in (0, 1)
   */
  public static Optional<WinRateEstimate> of(
      List<Winner> winners, List<String> clusters, double level) {
    if (winners.isEmpty()) {
      return Optional.empty();
    }
    Clusters groups = Clusters.of(clusters);
    double[] scores = winners.stream().mapToDouble(Winner::score).toArray();
    ClusteredMean mean = ClusteredMean.of(scores, groups);
    double unanimous = Math.pow((1 - level) / 2, 1.0 / groups.count());
    Interval robust = mean.interval(level);
    double lower = mean.mean() == 1 ? unanimous : Math.max(0, robust.lower());
    double upper = mean.mean() == 0 ? 1 - unanimous : Math.min(1, robust.upper());
    return Optional.of(
        new WinRateEstimate(winners.size(), new Interval(mean.mean(), lower, upper, level)));
  }
}
