package io.plumbline.statistics.interval;

/**
 * An estimate with the bounds of its confidence interval, all in the unit of the estimate.
 *
 * @param level the stated coverage, in (0, 1), for example 0.95
 */
public record Interval(double estimate, double lower, double upper, double level) {

  public Interval {
    requireLevel(level);
  }

  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  public double width() {
    return upper - lower;
  }

  /** True if the two intervals share no value. */
  public boolean isSeparableFrom(Interval other) {
    return upper < other.lower || other.upper < lower;
  }

  /** The interval in another unit, for example percent points with a factor of 100. */
  public Interval scaled(double factor) {
    return new Interval(estimate * factor, lower * factor, upper * factor, level);
  }

  static double requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level is " + level + ", must lie between 0 and 1");
    }
    return level;
  }
}
