package io.plumbline.statistics.influence;

import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.interval.StudentDistribution;
import io.plumbline.statistics.regression.LogisticDesign;
import io.plumbline.statistics.regression.LogisticFit;
import io.plumbline.statistics.regression.LogisticRegression;

/**
 * Which features of two answers explain which one is preferred: a logistic regression of the
 * preference on feature differences, with errors clustered by prompt.
 *
 * <p>Source: the regression of Murakami et al. (2025), AdParaphrase (METHODS 126), with the
 * sandwich of Liang and Zeger (1986).
 *
 * @param coefficients log-odds per unit of each feature's difference
 * @param standardErrors cluster-robust
 * @param pValues two-sided, of no influence
 */
public record ClusteredLogistic(
    double[] coefficients, double[] standardErrors, double[] pValues, Interval[] intervals) {

  /**
   * @param differences first minus second answer, row by feature
   * @param preferences 1 if the first answer is preferred, 0 if the second, 0.5 a tie
   * @param ridge penalty; 0 for maximum likelihood
   * @throws IllegalArgumentException with fewer than two clusters
   */
  public static ClusteredLogistic of(
      double[][] differences, double[] preferences, Clusters clusters, double ridge, double level) {
    if (clusters.count() < 2) {
      throw new IllegalArgumentException("clustered errors need at least two clusters");
    }
    LogisticFit fit =
        new LogisticRegression(ridge).fit(LogisticDesign.unweighted(differences, preferences));
    int features = fit.coefficients().length;
    double[][] scores = new double[clusters.count()][features];
    for (int row = 0; row < preferences.length; row++) {
      double residual = preferences[row] - fit.probability(differences[row]);
      for (int k = 0; k < features; k++) {
        scores[clusters.clusterOf()[row]][k] += residual * differences[row][k];
      }
    }
    double correction = clusters.count() / (clusters.count() - 1.0);
    StudentDistribution student = new StudentDistribution(clusters.count() - 1);
    double[] errors = new double[features];
    double[] pValues = new double[features];
    Interval[] intervals = new Interval[features];
    for (int k = 0; k < features; k++) {
      double variance = 0;
      for (double[] score : scores) {
        double influence = 0;
        for (int l = 0; l < features; l++) {
          influence += fit.covariance()[k][l] * score[l];
        }
        variance += correction * influence * influence;
      }
      double coefficient = fit.coefficients()[k];
      errors[k] = Math.sqrt(variance);
      pValues[k] = errors[k] == 0 ? Double.NaN : student.twoSided(coefficient / errors[k]);
      double half = student.quantile((1 + level) / 2) * errors[k];
      intervals[k] = new Interval(coefficient, coefficient - half, coefficient + half, level);
    }
    return new ClusteredLogistic(fit.coefficients(), errors, pValues, intervals);
  }
}
