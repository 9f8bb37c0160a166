package io.plumbline.statistics.interval;

/** The standard normal distribution. */
public final class NormalDistribution {
  private NormalDistribution() {}

  /** P(Z ≤ x), by the incomplete gamma function, to about 1e-15. */
  public static double cumulative(double x) {
    if (x == 0) {
      return 0.5;
    }
    return x < 0
        ? 0.5 * IncompleteGamma.upper(0.5, x * x / 2)
        : 1 - 0.5 * IncompleteGamma.upper(0.5, x * x / 2);
  }

  /**
   * The value below which a share {@code probability} of the distribution lies; infinite at 0 and
   * 1.
   *
   * <p>Source: Abramowitz and Stegun 26.2.23 as a start, then Halley's method on {@link
   * #cumulative}.
   */
  public static double quantile(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is " + probability + ", must be in [0, 1]");
    }
    if (probability == 0 || probability == 1) {
      return probability == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (probability > 0.5) {
      return -quantile(1 - probability);
    }
    double t = Math.sqrt(-2 * Math.log(probability));
    double x =
        -(t
            - (2.515517 + t * (0.802853 + t * 0.010328))
                / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
    for (int step = 0; step < 3; step++) {
      double error = (cumulative(x) - probability) * Math.sqrt(2 * Math.PI) * Math.exp(x * x / 2);
      x -= error / (1 + x * error / 2);
    }
    return x;
  }
}
