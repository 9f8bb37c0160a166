package io.plumbline.statistics.interval;

/** The standard normal distribution. */
public final class NormalDistribution {
  private static final org.hipparchus.distribution.continuous.NormalDistribution STANDARD =
      new org.hipparchus.distribution.continuous.NormalDistribution(0, 1);

  private NormalDistribution() {}

  /** P(Z ≤ x). */
  public static double cumulative(double x) {
    return STANDARD.cumulativeProbability(x);
  }

  /**
   * The value below which a share {@code probability} of the distribution lies; infinite at 0 and
   * 1.
   */
  public static double quantile(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is " + probability + ", must be in [0, 1]");
    }
    return STANDARD.inverseCumulativeProbability(probability);
  }
}
