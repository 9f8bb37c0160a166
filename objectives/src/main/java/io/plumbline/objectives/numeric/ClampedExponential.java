package io.plumbline.objectives.numeric;

/**
 * e^x with its exponent held at {@value #LIMIT}, where TRL clamps it in single precision: beyond,
 * the value is constant and the slope zero.
 */
public final class ClampedExponential {
  /** The largest exponent. */
  public static final double LIMIT = 80;

  private ClampedExponential() {}

  /** e^min(x, 80). */
  public static double of(double x) {
    return Math.exp(Math.min(x, LIMIT));
  }

  /** Derivative of {@link #of}: itself up to the limit, zero beyond. */
  public static double slope(double x) {
    return x > LIMIT ? 0 : Math.exp(x);
  }
}
