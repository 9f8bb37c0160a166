package io.plumbline.statistics.regression;

import java.util.Arrays;

/**
 * Logistic regression with an L1 penalty, to the optimum that liblinear approximates: proximal
 * Newton steps, each solved by coordinate descent.
 *
 * <p>Source: Yuan, Ho and Lin (2012), An improved GLMNET for L1-regularized logistic regression,
 * section 3; the objective is that of {@link L1LogisticProblem}.
 *
 * @param inverseStrength the C that multiplies the loss, positive
 * @param tolerance violation of the optimality conditions at which to stop, relative to that at
 *     zero
 */
public record L1LogisticRegression(double inverseStrength, double tolerance) {
  private static final int MAXIMUM_STEPS = 200;

  public L1LogisticRegression {
    if (!(inverseStrength > 0) || Double.isInfinite(inverseStrength)) {
      throw new IllegalArgumentException(
          "inverseStrength is " + inverseStrength + ", must be positive and finite");
    }
  }

  /**
   * @param start coefficients to start from; the nearer to the optimum, the fewer passes
   * @throws ArithmeticException if the optimum is not reached
   */
  public double[] solve(L1LogisticProblem problem, double[] start) {
    double[] zero = new double[problem.columns()];
    double violationAtZero = violation(problem.gradientAtZero(), zero);
    if (violationAtZero == 0) {
      return zero;
    }
    double target = tolerance * violationAtZero;
    double[] coefficients = start.clone();
    problem.expand(coefficients);
    double violation = violation(problem.gradient, coefficients);
    for (int step = 0; step < MAXIMUM_STEPS; step++) {
      if (violation <= target) {
        return coefficients;
      }
      double[] next = quadraticOptimum(problem, coefficients);
      problem.expand(next);
      double nextViolation = violation(problem.gradient, next);
      // A Newton step near the optimum does far better than halve the violation.
      if (!(nextViolation < violation / 2)) {
        next = backtracked(problem, coefficients, next);
        problem.expand(next);
        nextViolation = violation(problem.gradient, next);
      }
      boolean stalled = Arrays.equals(next, coefficients);
      coefficients = next;
      violation = nextViolation;
      if (stalled && violation <= 1e4 * target) {
        return coefficients;
      }
    }
    throw new ArithmeticException(
        "the L1 logistic regression did not converge in " + MAXIMUM_STEPS + " steps");
  }

  private double violation(double[] gradient, double[] coefficients) {
    double sum = 0;
    for (int column = 0; column < coefficients.length; column++) {
      double slope = inverseStrength * gradient[column];
      sum +=
          coefficients[column] == 0
              ? Math.max(0, Math.abs(slope) - 1)
              : Math.abs(slope + Math.signum(coefficients[column]));
    }
    return sum;
  }

  private double[] quadraticOptimum(L1LogisticProblem problem, double[] from) {
    int columns = from.length;
    double[] to = from.clone();
    for (int sweep = 0; sweep < 500; sweep++) {
      double largest = 0;
      for (int i = 0; i < columns; i++) {
        double slope = problem.gradient[i];
        for (int j = 0; j < columns; j++) {
          slope += problem.curvature[i][j] * (to[j] - from[j]);
        }
        double bend = inverseStrength * problem.curvature[i][i] + 1e-12;
        double moved = softThreshold(bend * to[i] - inverseStrength * slope) / bend;
        largest = Math.max(largest, Math.abs(moved - to[i]));
        to[i] = moved;
      }
      if (largest < 1e-13) {
        break;
      }
    }
    return to;
  }

  private static double softThreshold(double value) {
    return value > 1 ? value - 1 : value < -1 ? value + 1 : 0;
  }

  private double[] backtracked(L1LogisticProblem problem, double[] from, double[] to) {
    double objective = objective(problem, from);
    double[] tried = to.clone();
    for (int halving = 0; halving < 60; halving++) {
      if (objective(problem, tried) < objective) {
        return tried;
      }
      for (int column = 0; column < tried.length; column++) {
        tried[column] = (from[column] + tried[column]) / 2;
      }
    }
    return from;
  }

  private double objective(L1LogisticProblem problem, double[] coefficients) {
    double penalty = 0;
    for (double coefficient : coefficients) {
      penalty += Math.abs(coefficient);
    }
    return inverseStrength * problem.logLoss(coefficients) + penalty;
  }
}
