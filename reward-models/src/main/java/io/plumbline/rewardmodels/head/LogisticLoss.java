package io.plumbline.rewardmodels.head;

import io.plumbline.statistics.regression.Logistic;

/** The value, gradient and curvature of logistic terms with a ridge, ½ ridge ‖w‖². */
record LogisticLoss(LogisticTerms terms, double ridge) {

  /** w · row − offset of every term. */
  double[] margins(double[] weights) {
    double[] margins = new double[terms.rows().rows()];
    for (int row = 0; row < margins.length; row++) {
      margins[row] = terms.rows().dot(row, weights) - terms.offsets()[row];
    }
    return margins;
  }

  double likelihoodLoss(double[] margins) {
    double sum = 0;
    for (int row = 0; row < margins.length; row++) {
      double loss = Logistic.softplus(-margins[row]) + (1 - terms.targets()[row]) * margins[row];
      sum += terms.weights()[row] * loss;
    }
    return sum / terms.pairs();
  }

  double value(double[] weights, double[] margins) {
    return likelihoodLoss(margins) + 0.5 * ridge * Vectors.dot(weights, weights);
  }

  double[] gradient(double[] weights, double[] margins) {
    double[] gradient = new double[weights.length];
    Vectors.add(gradient, ridge, weights);
    for (int row = 0; row < margins.length; row++) {
      double residual = Logistic.probability(margins[row]) - terms.targets()[row];
      terms.rows().addTo(gradient, terms.weights()[row] * residual / terms.pairs(), row);
    }
    return gradient;
  }

  /** The product of the Hessian with a direction. */
  double[] curvature(double[] direction, double[] margins) {
    double[] product = new double[direction.length];
    Vectors.add(product, ridge, direction);
    for (int row = 0; row < margins.length; row++) {
      double probability = Logistic.probability(margins[row]);
      double weight = terms.weights()[row] * probability * (1 - probability) / terms.pairs();
      terms.rows().addTo(product, weight * terms.rows().dot(row, direction), row);
    }
    return product;
  }
}
