package io.plumbline.objectives.numeric;

/**
 * log(p / (1 − p)) of a log-probability, by log1mexp.
 *
 * <p>Log-probabilities above {@value #CEILING} are held there: value constant, slope zero.
 */
public final class LogOdds {
  /** Highest log-probability with odds of its own. */
  public static final double CEILING = -1e-12;

  private static final double LOG_HALF = -Math.log(2);

  private LogOdds() {}

  /** l − log(1 − e^l). */
  public static double of(double logProbability) {
    double l = Math.min(logProbability, CEILING);
    // Of the two forms each is exact on its own side of −log 2.
    double complement = l < LOG_HALF ? Math.log1p(-Math.exp(l)) : Math.log(-Math.expm1(l));
    return l - complement;
  }

  /** Derivative of {@link #of}: 1 / (1 − e^l). */
  public static double slope(double logProbability) {
    return logProbability > CEILING ? 0 : -1 / Math.expm1(logProbability);
  }
}
