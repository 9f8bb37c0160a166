package io.plumbline.statistics.interval;

import org.hipparchus.special.Beta;

/**
 * Student's t distribution.
 *
 * <p>Source: Abramowitz and Stegun 26.7.1.
 *
 * @param degreesOfFreedom positive
 */
public record StudentDistribution(double degreesOfFreedom) {

  public StudentDistribution {
    if (!(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "degreesOfFreedom is " + degreesOfFreedom + ", must be positive");
    }
  }

  /** P(T ≤ t). */
  public double cumulative(double t) {
    double tail = 0.5 * twoSided(t);
    return t < 0 ? tail : 1 - tail;
  }

  /** P(|T| ≥ |t|). */
  public double twoSided(double t) {
    if (Double.isInfinite(t)) {
      return 0;
    }
    return Beta.regularizedBeta(
        degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
  }

  /** The value that leaves {@code probability}, in (0, 1), below it. */
  public double quantile(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException("probability is " + probability + ", must be in (0, 1)");
    }
    if (probability < 0.5) {
      return -quantile(1 - probability);
    }
    double lower = 0;
    double upper = 1;
    while (cumulative(upper) < probability && upper < 1e300) {
      lower = upper;
      upper *= 2;
    }
    for (int step = 0; step < 200 && upper - lower > 1e-15 * upper; step++) {
      double middle = lower + (upper - lower) / 2;
      if (cumulative(middle) < probability) {
        lower = middle;
      } else {
        upper = middle;
      }
    }
    return lower + (upper - lower) / 2;
  }
}
