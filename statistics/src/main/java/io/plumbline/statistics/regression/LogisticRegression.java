package io.plumbline.statistics.regression;

import io.plumbline.statistics.linear.Cholesky;

/**
 * Logistic regression by Newton's method with step halving; maximises Σ w (y log p + (1−y)
 * log(1−p)) − ½ Σ_k ridge_k β_k².
 *
 * <p>Source: McCullagh and Nelder (1989), Generalized linear models, section 4.4.
 *
 * @param ridge penalty on every coefficient, not negative; 0 for maximum likelihood
 */
public record LogisticRegression(double ridge) {
  private static final int MAXIMUM_ITERATIONS = 100;
  // Beyond this log-odds a probability is 0 or 1 to working precision: the optimum is at infinity.
  private static final double SEPARATED = 35;

  public LogisticRegression {
    if (!(ridge >= 0) || Double.isInfinite(ridge)) {
      throw new IllegalArgumentException("ridge is " + ridge + ", must be finite, not negative");
    }
  }

  /**
   * @throws SeparationException if the estimate is not finite; a ridge makes it so
   * @throws ArithmeticException if columns are linearly dependent and there is no ridge
   */
  public LogisticFit fit(LogisticDesign design) {
    return fit(design, new double[design.columns()]);
  }

  /** As {@link #fit(LogisticDesign)}, starting from given coefficients. */
  public LogisticFit fit(LogisticDesign design, double[] start) {
    double[] coefficients = start.clone();
    LogisticObjective objective = LogisticObjective.of(design, coefficients, ridge);
    for (int iteration = 1; iteration <= MAXIMUM_ITERATIONS; iteration++) {
      double[] step = factor(objective).solve(objective.gradient());
      double decrement = LogisticFit.score(step, objective.gradient());
      double[] next = coefficients;
      LogisticObjective nextObjective = objective;
      double scale = 1;
      for (int halving = 0; halving < 40; halving++, scale /= 2) {
        double[] tried = moved(coefficients, step, scale);
        LogisticObjective triedObjective = LogisticObjective.of(design, tried, ridge);
        if (triedObjective.value() >= objective.value() - 1e-12 * Math.abs(objective.value())) {
          next = tried;
          nextObjective = triedObjective;
          break;
        }
      }
      coefficients = next;
      objective = nextObjective;
      if (ridge == 0 && objective.largestScore() > SEPARATED) {
        throw separated();
      }
      if (decrement < 1e-20 * Math.max(1, Math.abs(objective.value()))) {
        return new LogisticFit(
            coefficients, factor(objective).inverse(), objective.logLikelihood(), iteration);
      }
    }
    throw new ArithmeticException(
        "the logistic regression did not converge in " + MAXIMUM_ITERATIONS + " iterations");
  }

  private Cholesky factor(LogisticObjective objective) {
    try {
      return Cholesky.of(objective.information());
    } catch (ArithmeticException singular) {
      if (ridge == 0 && objective.largestScore() > 15) {
        throw separated();
      }
      throw new ArithmeticException(
          "the columns of the design are linearly dependent: drop one, or set a ridge");
    }
  }

  private static SeparationException separated() {
    return new SeparationException(
        "the outcomes separate perfectly, so that no finite estimate exists: set a ridge");
  }

  private static double[] moved(double[] from, double[] step, double scale) {
    double[] moved = from.clone();
    for (int column = 0; column < moved.length; column++) {
      moved[column] += scale * step[column];
    }
    return moved;
  }
}
