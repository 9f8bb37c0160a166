package io.plumbline.judgment.audit;

import static java.util.Objects.requireNonNull;

import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One quantity that an audit measured.
 *
 * @param name of the quantity, such as {@code effect} or {@code accuracy}
 * @param condition under which it was measured: {@code none}, a mitigation's name, or {@code change
 *     by} one
 * @param n units that count
 * @param undecided units without a verdict, which do not count
 * @param interval empty where nothing counts; unbounded where all units are of one cluster
 */
public record Effect(
    String name, String condition, int n, int undecided, Optional<Interval> interval) {
  public static final String NO_MITIGATION = "none";

  public Effect {
    requireNonNull(name, "name is null");
    requireNonNull(condition, "condition is null");
    requireNonNull(interval, "interval is null");
  }

  /**
   * One unit's value.
   *
   * @param value NaN where it has none
   */
  public record Unit(String cluster, double value) {}

  /**
   * The mean over units, with the cluster-robust interval.
   *
   * @param level of the interval, in (0, 1)
   */
  public static Effect mean(String name, String condition, List<Unit> units, double level) {
    List<Unit> decided = units.stream().filter(unit -> !Double.isNaN(unit.value())).toList();
    Optional<Interval> interval = Optional.empty();
    if (!decided.isEmpty()) {
      double[] values = decided.stream().mapToDouble(Unit::value).toArray();
      Clusters clusters = Clusters.of(decided.stream().map(Unit::cluster).toList());
      interval = Optional.of(ClusteredMean.of(values, clusters).interval(level));
    }
    return new Effect(name, condition, decided.size(), units.size() - decided.size(), interval);
  }

  /** The mean of the second units minus the first, pair by pair. */
  public static Effect change(
      String name, String condition, List<Unit> before, List<Unit> after, double level) {
    List<Unit> differences = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      differences.add(
          new Unit(before.get(i).cluster(), after.get(i).value() - before.get(i).value()));
    }
    return mean(name, condition, differences, level);
  }

  /**
   * Whether it is the effect that an audit is about: {@code effect}, or {@code effect by} the
   * estimator where there are several.
   */
  public boolean isMain() {
    return name.equals("effect") || name.startsWith("effect by ");
  }

  /** The same quantity under another condition. */
  public Effect under(String other) {
    return new Effect(name, other, n, undecided, interval);
  }
}
