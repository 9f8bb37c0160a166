package io.plumbline.statistics.mixed;

/**
 * A logit model with fixed effects and one random intercept per group, {@code P(y = 1) = σ(x β +
 * b_g)} with {@code b_g ~ N(0, s²)}, fitted by maximum likelihood.
 *
 * @param coefficients β, one per feature
 * @param covariance of β
 * @param groupDeviation s, at least 0; 0 where the groups differ no more than chance
 * @param groupEffects the likeliest b_g, one per group
 * @param logLikelihood without the binomial coefficients
 */
public record MixedLogit(
    double[] coefficients,
    double[][] covariance,
    double groupDeviation,
    double[] groupEffects,
    double logLikelihood) {

  public double standardError(int column) {
    return Math.sqrt(covariance[column][column]);
  }

  /**
   * @param points of the quadrature per group; 1 is Laplace's approximation, 9 to 25 is exact for
   *     most purposes
   * @throws io.plumbline.statistics.regression.SeparationException if a feature tells successes
   *     from failures without exception, so that its coefficient is infinite
   */
  public static MixedLogit fit(GroupedBinomial data, int points) {
    return new MixedLogitFit(data, points).fit();
  }
}
