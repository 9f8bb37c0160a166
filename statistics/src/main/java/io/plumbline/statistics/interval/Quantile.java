package io.plumbline.statistics.interval;

/**
 * Quantiles of a sample by linear interpolation between order statistics, as numpy and pandas do by
 * default.
 *
 * <p>Source: Hyndman and Fan (1996), Sample quantiles in statistical packages, definition 7.
 */
public final class Quantile {
  private Quantile() {}

  /**
   * @param sorted ascending values, without NaN
   * @param probability in [0, 1]
   * @throws IllegalArgumentException if there is no value or the probability is out of range
   */
  public static double of(double[] sorted, double probability) {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("there is no value to take a quantile of");
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is " + probability + ", must be in [0, 1]");
    }
    double position = probability * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    // Equal neighbours are returned as they are, so that infinite values do not become NaN.
    return sorted[below] == sorted[above]
        ? sorted[below]
        : sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
