package io.plumbline.objectives.numeric;

/** The logistic function and its logarithm, without overflow for any finite argument. */
public final class Sigmoid {
  private Sigmoid() {}

  /** σ(x) = 1 / (1 + e^−x), in [0, 1]. */
  public static double of(double x) {
    if (x >= 0) {
      return 1 / (1 + Math.exp(-x));
    }
    double exponential = Math.exp(x);
    return exponential / (1 + exponential);
  }

  /** log σ(x), in (−∞, 0]; for very negative x it is x itself. */
  public static double log(double x) {
    return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
  }
}
