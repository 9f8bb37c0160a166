package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.interval.ClusteredMean;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.interval.StudentDistribution;
import io.plumbline.statistics.linear.Cholesky;
import io.plumbline.statistics.regression.Logistic;

/**
 * A length-controlled win rate with the uncertainty of the fit as well as of the choice of
 * instructions, clustered by instruction.
 *
 * <p>Each cluster's influence on the mean prediction is that of its own predictions plus that of
 * its scores on the coefficients (the sandwich, through the gradient of the mean).
 *
 * <p>Source: Liang and Zeger (1986), equation 6; van der Vaart, Asymptotic statistics, section 5.3.
 *
 * @param rate in [0, 1]
 * @param standardError NaN with fewer than two clusters
 */
record LengthControlledEstimate(double rate, double standardError, int clusters) {

  static LengthControlledEstimate of(
      LengthControl fit, LengthControlData data, Clusters instructions) {
    double[] predictions = fit.winProbabilities(data.difficulty());
    double rate = ClusteredMean.of(predictions, instructions).mean();
    double[] gradient = new double[3];
    for (int row = 0; row < predictions.length; row++) {
      double slope = predictions[row] * (1 - predictions[row]) / predictions.length;
      gradient[1] += slope * data.difficulty()[row];
      gradient[2] += slope;
    }
    double[] direction = Cholesky.of(information(fit, data)).solve(gradient);
    double[] influence = new double[predictions.length];
    for (int row = 0; row < influence.length; row++) {
      double[] features = ownFeatures(data, row);
      double residual =
          data.score()[row] - Logistic.probability(product(fit.coefficients(), features));
      influence[row] =
          (predictions[row] - rate) / predictions.length + residual * product(direction, features);
    }
    double squares = 0;
    for (double sum : instructions.sums(influence)) {
      squares += sum * sum;
    }
    int count = instructions.count();
    return new LengthControlledEstimate(
        rate, count < 2 ? Double.NaN : Math.sqrt(squares * count / (count - 1.0)), count);
  }

  Interval interval(double level) {
    if (clusters < 2) {
      return new Interval(rate, 0, 1, level);
    }
    double half = new StudentDistribution(clusters - 1).quantile((1 + level) / 2) * standardError;
    return new Interval(rate, Math.max(0, rate - half), Math.min(1, rate + half), level);
  }

  private static double[][] information(LengthControl fit, LengthControlData data) {
    double[][] information = new double[3][3];
    for (int row = 0; row < data.gamedRows(); row++) {
      double[] features = {
        Math.tanh(data.gamed().standardLengthDifference()[row]), data.gamed().difficulty()[row], 0
      };
      add(information, fit, features, LengthControlData.GAMED_WEIGHT);
    }
    for (int row = 0; row < data.score().length; row++) {
      add(information, fit, ownFeatures(data, row), 1);
    }
    for (int i = 0; i < 3; i++) {
      // A feature that never varies has no information and no coefficient.
      information[i][i] += 1e-9;
    }
    return information;
  }

  private static void add(
      double[][] information, LengthControl fit, double[] features, double weight) {
    double probability = Logistic.probability(product(fit.coefficients(), features));
    double bend = weight * probability * (1 - probability);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        information[i][j] += bend * features[i] * features[j];
      }
    }
  }

  private static double[] ownFeatures(LengthControlData data, int row) {
    return new double[] {
      Math.tanh(data.standardLengthDifference()[row]), data.difficulty()[row], 1
    };
  }

  private static double product(double[] left, double[] right) {
    return left[0] * right[0] + left[1] * right[1] + left[2] * right[2];
  }
}
