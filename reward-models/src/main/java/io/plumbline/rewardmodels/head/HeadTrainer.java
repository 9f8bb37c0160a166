package io.plumbline.rewardmodels.head;

import java.util.List;

/**
 * Trains a linear head on preference pairs to the optimum of its loss with a ridge, by Newton's
 * method with conjugate gradients inside: the optimum is unique, so the result depends on the data
 * alone, not on a seed, a rate or a number of epochs.
 *
 * <p>Source: Nocedal and Wright, Numerical optimization, algorithm 7.1 (line-search Newton-CG).
 *
 * @param ridge penalty per pair, positive: the objective is mean loss + ½ ridge ‖w‖²
 */
public record HeadTrainer(double ridge) {
  private static final int MAXIMUM_ITERATIONS = 200;
  private static final int MAXIMUM_INNER_ITERATIONS = 500;
  private static final double TOLERANCE = 1e-10;

  public HeadTrainer {
    if (!(ridge > 0) || Double.isInfinite(ridge)) {
      throw new IllegalArgumentException("ridge is " + ridge + ", must be positive and finite");
    }
  }

  /** Fits a head on embedded pairs. */
  public HeadFit fit(RewardLoss loss, List<EmbeddedPair> pairs) {
    return fit(loss.terms(pairs));
  }

  /**
   * @throws ArithmeticException if the optimum is not reached
   */
  public HeadFit fit(LogisticTerms terms) {
    LogisticLoss loss = new LogisticLoss(terms, ridge);
    double[] weights = new double[terms.rows().columns()];
    double[] margins = loss.margins(weights);
    double[] gradient = loss.gradient(weights, margins);
    for (int iteration = 0; iteration <= MAXIMUM_ITERATIONS; iteration++) {
      if (Vectors.largest(gradient) <= TOLERANCE) {
        return new HeadFit(
            new LinearHead(weights),
            loss.likelihoodLoss(margins),
            iteration,
            Vectors.largest(gradient));
      }
      weights = searched(loss, weights, margins, gradient, direction(loss, margins, gradient));
      margins = loss.margins(weights);
      gradient = loss.gradient(weights, margins);
    }
    throw new ArithmeticException(
        "the head did not reach its optimum in "
            + MAXIMUM_ITERATIONS
            + " iterations: use a larger ridge than "
            + ridge);
  }

  private static double[] direction(LogisticLoss loss, double[] margins, double[] gradient) {
    double[] direction = new double[gradient.length];
    double[] residual = gradient.clone();
    double[] conjugate = new double[gradient.length];
    Vectors.add(conjugate, -1, residual);
    double square = Vectors.dot(residual, residual);
    double gradientNorm = Math.sqrt(square);
    double enough = Math.min(0.5, Math.sqrt(gradientNorm)) * gradientNorm;
    for (int inner = 0; inner < MAXIMUM_INNER_ITERATIONS && Math.sqrt(square) > enough; inner++) {
      double[] product = loss.curvature(conjugate, margins);
      double step = square / Vectors.dot(conjugate, product);
      Vectors.add(direction, step, conjugate);
      Vectors.add(residual, step, product);
      double nextSquare = Vectors.dot(residual, residual);
      double ratio = nextSquare / square;
      for (int i = 0; i < conjugate.length; i++) {
        conjugate[i] = ratio * conjugate[i] - residual[i];
      }
      square = nextSquare;
    }
    return direction;
  }

  private static double[] searched(
      LogisticLoss loss,
      double[] weights,
      double[] margins,
      double[] gradient,
      double[] direction) {
    double value = loss.value(weights, margins);
    double slope = Vectors.dot(gradient, direction);
    double scale = 1;
    double[] moved = weights.clone();
    Vectors.add(moved, scale, direction);
    // Near the optimum the loss changes by less than its rounding; the full step is right there.
    double rounding = 1e-14 * Math.abs(value);
    while (loss.value(moved, loss.margins(moved)) > value + 1e-4 * scale * slope + rounding
        && scale > 1e-10) {
      scale /= 2;
      moved = weights.clone();
      Vectors.add(moved, scale, direction);
    }
    return moved;
  }
}
