package io.plumbline.statistics.strength;

import io.plumbline.statistics.regression.Logistic;

/**
 * Log-strengths of items: P(i beats j) = σ(s_i − s_j).
 *
 * @param logStrengths one per item; the reference item, or the mean, is zero
 * @param covariance of the log-strengths; zero for a fixed reference item
 * @param firstAdvantage log-odds that the item presented first (or at home) has on top; 0 if it was
 *     not fitted
 * @param firstAdvantageStandardError 0 if it was not fitted
 */
public record Strengths(
    double[] logStrengths,
    double[][] covariance,
    double firstAdvantage,
    double firstAdvantageStandardError,
    double logLikelihood) {

  public double standardError(int item) {
    return Math.sqrt(covariance[item][item]);
  }

  /** P(item beats other) on neutral ground. */
  public double winProbability(int item, int other) {
    return Logistic.probability(logStrengths[item] - logStrengths[other]);
  }

  /** Strengths on the positive scale that sum to one. */
  public double[] shares() {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logStrength : logStrengths) {
      largest = Math.max(largest, logStrength);
    }
    double sum = 0;
    double[] shares = new double[logStrengths.length];
    for (int item = 0; item < shares.length; item++) {
      shares[item] = Math.exp(logStrengths[item] - largest);
      sum += shares[item];
    }
    for (int item = 0; item < shares.length; item++) {
      shares[item] /= sum;
    }
    return shares;
  }
}
