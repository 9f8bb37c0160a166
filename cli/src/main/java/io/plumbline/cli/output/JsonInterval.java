package io.plumbline.cli.output;

import io.plumbline.statistics.interval.Interval;

/** The bounds of an interval in JSON; a bound without limit is null. */
public record JsonInterval(Double lower, Double upper, double level) {

  /** Null for null. */
  public static JsonInterval of(Interval interval) {
    return interval == null
        ? null
        : new JsonInterval(finite(interval.lower()), finite(interval.upper()), interval.level());
  }

  /** Null where there is no finite value, since JSON has no NaN. */
  public static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
