package io.plumbline.judgment.audit;

import static java.util.Objects.requireNonNull;

import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import java.util.List;

/**
 * What a probe's bait did: the mean, over pairs, of the first completion's score with the bait
 * minus its score with the control, in [−1, 1]; 0 is a judge that cannot be baited. The interval is
 * cluster-robust with Student's t.
 *
 * @param pairs that have both scores
 * @param undecided pairs without a verdict on either side, which do not count
 */
public record ProbeEffect(String probe, int pairs, int undecided, Interval interval) {
  public ProbeEffect {
    requireNonNull(probe, "probe is null");
    requireNonNull(interval, "interval is null");
  }

  /**
   * One pair's scores in [0, 1]; NaN where there is no verdict.
   *
   * @param treated with the bait
   * @param control without it
   */
  public record ScoredPair(String cluster, double treated, double control) {}

  /**
   * @param level of the interval, in (0, 1)
   * @throws IllegalArgumentException if no pair has both scores
   */
  public static ProbeEffect of(String probe, List<ScoredPair> pairs, double level) {
    List<ScoredPair> decided =
        pairs.stream()
            .filter(pair -> !Double.isNaN(pair.treated()) && !Double.isNaN(pair.control()))
            .toList();
    if (decided.isEmpty()) {
      throw new IllegalArgumentException("no pair has a verdict with and without the bait");
    }
    double[] differences =
        decided.stream().mapToDouble(pair -> pair.treated() - pair.control()).toArray();
    ClusteredMean mean =
        ClusteredMean.of(
            differences, Clusters.of(decided.stream().map(ScoredPair::cluster).toList()));
    return new ProbeEffect(
        probe, decided.size(), pairs.size() - decided.size(), mean.interval(level));
  }
}
