package io.plumbline.statistics.regression;

/**
 * A fitted logistic regression.
 *
 * @param coefficients one per column of the design
 * @param covariance inverse of the (penalised) observed information
 * @param logLikelihood without the penalty
 */
public record LogisticFit(
    double[] coefficients, double[][] covariance, double logLikelihood, int iterations) {

  public double standardError(int column) {
    return Math.sqrt(covariance[column][column]);
  }

  /** P(success) for a row of features. */
  public double probability(double[] features) {
    return Logistic.probability(score(coefficients, features));
  }

  static double score(double[] coefficients, double[] features) {
    double score = 0;
    for (int column = 0; column < coefficients.length; column++) {
      score += coefficients[column] * features[column];
    }
    return score;
  }
}
