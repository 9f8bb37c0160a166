package io.plumbline.statistics.interval;

/**
 * The regularised incomplete beta function I_x(a, b).
 *
 * <p>Source: Abramowitz and Stegun 26.5.8, evaluated by Lentz's method, with the symmetry 26.5.2.
 */
public final class IncompleteBeta {
  private static final double TINY = 1e-300;

  private IncompleteBeta() {}

  /** For a, b &gt; 0 and x in [0, 1]. */
  public static double of(double a, double b, double x) {
    if (!(a > 0) || !(b > 0) || !(x >= 0 && x <= 1)) {
      throw new IllegalArgumentException(
          "needs a, b > 0 and x in [0, 1], got a " + a + ", b " + b + ", x " + x);
    }
    if (x == 0 || x == 1) {
      return x;
    }
    double scale =
        Math.exp(
            LogGamma.of(a + b)
                - LogGamma.of(a)
                - LogGamma.of(b)
                + a * Math.log(x)
                + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? scale * continuedFraction(a, b, x) / a
        : 1 - scale * continuedFraction(b, a, 1 - x) / b;
  }

  private static double continuedFraction(double a, double b, double x) {
    double c = 1;
    double d = bounded(1 - (a + b) * x / (a + 1));
    double fraction = 1 / d;
    d = 1 / d;
    for (int m = 1; m < 10_000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / bounded(1 + even * d);
      c = bounded(1 + even / c);
      fraction *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / bounded(1 + odd * d);
      c = bounded(1 + odd / c);
      double change = d * c;
      fraction *= change;
      if (Math.abs(change - 1) < 1e-16) {
        break;
      }
    }
    return fraction;
  }

  private static double bounded(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
