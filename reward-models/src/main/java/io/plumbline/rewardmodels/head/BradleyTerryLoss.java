package io.plumbline.rewardmodels.head;

import io.plumbline.statistics.regression.Logistic;

/**
 * Mean negative log-likelihood of soft preferences under P(a ≻ b) = σ(w · x), x = φ(a) − φ(b), with
 * a ridge: (1/n) Σ [softplus(−w·x) + (1 − p) w·x] + ½ ridge ‖w‖².
 *
 * <p>Source: Bradley and Terry (1952); soft labels as in METHODS 49 (cDPO).
 */
record BradleyTerryLoss(DifferenceRows rows, double[] probabilities, double ridge) {

  double[] margins(double[] weights) {
    double[] margins = new double[rows.rows()];
    for (int row = 0; row < margins.length; row++) {
      margins[row] = rows.dot(row, weights);
    }
    return margins;
  }

  double likelihoodLoss(double[] margins) {
    double sum = 0;
    for (int row = 0; row < margins.length; row++) {
      sum += Logistic.softplus(-margins[row]) + (1 - probabilities[row]) * margins[row];
    }
    return sum / margins.length;
  }

  double value(double[] weights, double[] margins) {
    return likelihoodLoss(margins) + 0.5 * ridge * Vectors.dot(weights, weights);
  }

  double[] gradient(double[] weights, double[] margins) {
    double[] gradient = new double[weights.length];
    Vectors.add(gradient, ridge, weights);
    for (int row = 0; row < margins.length; row++) {
      double residual = Logistic.probability(margins[row]) - probabilities[row];
      rows.addTo(gradient, residual / margins.length, row);
    }
    return gradient;
  }

  /** The product of the Hessian with a direction. */
  double[] curvature(double[] direction, double[] margins) {
    double[] product = new double[direction.length];
    Vectors.add(product, ridge, direction);
    for (int row = 0; row < margins.length; row++) {
      double probability = Logistic.probability(margins[row]);
      double weight = probability * (1 - probability) / margins.length;
      rows.addTo(product, weight * rows.dot(row, direction), row);
    }
    return product;
  }
}
