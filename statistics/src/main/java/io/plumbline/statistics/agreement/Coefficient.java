package io.plumbline.statistics.agreement;

import io.plumbline.statistics.interval.Interval;

/**
 * A coefficient of agreement, or why it is undefined for the ratings.
 *
 * @param value NaN if undefined
 * @param interval over items; null if undefined, or if too few items define it
 * @param undefinedBecause null if defined
 */
public record Coefficient(double value, Interval interval, String undefinedBecause) {

  public boolean isDefined() {
    return undefinedBecause == null;
  }

  static Coefficient undefined(String reason) {
    return new Coefficient(Double.NaN, null, reason);
  }
}
