package io.plumbline.statistics.interval;

/**
 * The regularised incomplete gamma functions.
 *
 * <p>Source: Abramowitz and Stegun 6.5.29 (series) and 6.5.31 (continued fraction, evaluated by
 * Lentz's method).
 */
public final class IncompleteGamma {
  private static final double TINY = 1e-300;

  private IncompleteGamma() {}

  /** Q(a, x) = Γ(a, x) / Γ(a), for a &gt; 0 and x ≥ 0. */
  public static double upper(double a, double x) {
    if (!(a > 0) || !(x >= 0)) {
      throw new IllegalArgumentException("needs a > 0 and x >= 0, got a " + a + ", x " + x);
    }
    if (x == 0) {
      return 1;
    }
    if (Double.isInfinite(x)) {
      return 0;
    }
    double scale = Math.exp(-x + a * Math.log(x) - LogGamma.of(a));
    return x < a + 1 ? 1 - scale * series(a, x) : scale * continuedFraction(a, x);
  }

  private static double series(double a, double x) {
    double term = 1 / a;
    double sum = term;
    for (int n = 1; n < 10_000 && term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return sum;
  }

  private static double continuedFraction(double a, double x) {
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double fraction = d;
    for (int n = 1; n < 10_000; n++) {
      double numerator = -n * (n - a);
      b += 2;
      d = numerator * d + b;
      d = 1 / (Math.abs(d) < TINY ? TINY : d);
      c = b + numerator / c;
      c = Math.abs(c) < TINY ? TINY : c;
      double change = c * d;
      fraction *= change;
      if (Math.abs(change - 1) < 1e-16) {
        break;
      }
    }
    return fraction;
  }
}
