package io.plumbline.judgment.audit;

import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much more often a judge names what it is shown first than it would without a preference for a
 * position: the share of first-shown wins over both orders of each comparison minus one half, in
 * [−0.5, 0.5]. Averaging both orders removes it from a judge's verdicts: the label-permutation
 * calibration of METHODS 10 for two labels.
 *
 * @param comparisons with two readable orders
 */
public record PositionPreference(int comparisons, Interval interval) {

  /**
   * Empty if no verdict has two readable orders.
   *
   * @param clusters one per verdict
   * @param level of the interval, in (0, 1)
   */
  public static Optional<PositionPreference> of(
      List<Verdict> verdicts, List<String> clusters, double level) {
    List<Double> shares = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      Optional<Winner> forward = verdict.forward().winner();
      Optional<Winner> reverse = verdict.reverse().flatMap(order -> order.winner());
      if (forward.isPresent() && reverse.isPresent()) {
        // In the reverse order the comparison's second completion was shown first.
        shares.add((forward.get().score() + reverse.get().swapped().score()) / 2 - 0.5);
        kept.add(clusters.get(i));
      }
    }
    if (shares.isEmpty()) {
      return Optional.empty();
    }
    double[] values = shares.stream().mapToDouble(Double::doubleValue).toArray();
    return Optional.of(
        new PositionPreference(
            values.length, ClusteredMean.of(values, Clusters.of(kept)).interval(level)));
  }
}
