package io.plumbline.statistics.interval;

/**
 * The logarithm of the gamma function for positive arguments.
 *
 * <p>Source: Stirling's series (Abramowitz and Stegun 6.1.41) after shifting the argument above 15
 * by the recurrence 6.1.15.
 */
public final class LogGamma {
  private LogGamma() {}

  /**
   * @throws IllegalArgumentException if {@code x} is not positive
   */
  public static double of(double x) {
    if (!(x > 0)) {
      throw new IllegalArgumentException("x is " + x + ", must be positive");
    }
    double shift = 0;
    double shifted = x;
    while (shifted < 15) {
      shift += Math.log(shifted);
      shifted++;
    }
    double inverse = 1 / shifted;
    double square = inverse * inverse;
    double series =
        inverse
            * (1.0 / 12
                - square
                    * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
    return (shifted - 0.5) * Math.log(shifted)
        - shifted
        + 0.5 * Math.log(2 * Math.PI)
        + series
        - shift;
  }
}
