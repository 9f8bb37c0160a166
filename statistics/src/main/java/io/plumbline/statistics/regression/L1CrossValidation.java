package io.plumbline.statistics.regression;

/**
 * Chooses the L1 penalty by cross-validation and fits all rows with it, as scikit-learn's {@code
 * LogisticRegressionCV} does: the inverse strength with the largest score, which is the mean over
 * folds of the negative mean weighted log loss.
 *
 * @param inverseStrengths ascending, positive
 */
public record L1CrossValidation(double[] inverseStrengths) {
  private static final double SCORING_TOLERANCE = 1e-6;
  private static final double FINAL_TOLERANCE = 1e-10;

  /** The ten values between 1e−4 and 1e4 at equal logarithmic distances. */
  public static L1CrossValidation standard() {
    double[] inverseStrengths = new double[10];
    for (int i = 0; i < 10; i++) {
      inverseStrengths[i] = Math.pow(10, -4 + 8.0 * i / 9);
    }
    return new L1CrossValidation(inverseStrengths);
  }

  /**
   * A fit with the chosen penalty.
   *
   * @param scores mean over folds, one per inverse strength
   */
  public record Choice(double[] coefficients, double inverseStrength, double[] scores) {}

  /**
   * @param fold the fold of each row, in [0, folds)
   * @throws IllegalArgumentException if a fold is empty
   */
  public Choice fit(L1LogisticProblem problem, int[] fold, int folds) {
    double[] scores = new double[inverseStrengths.length];
    for (int held = 0; held < folds; held++) {
      L1LogisticProblem training = problem.part(fold, held, false);
      L1LogisticProblem test = problem.part(fold, held, true);
      double[] coefficients = new double[problem.columns()];
      for (int i = 0; i < inverseStrengths.length; i++) {
        coefficients =
            new L1LogisticRegression(inverseStrengths[i], SCORING_TOLERANCE)
                .solve(training, coefficients);
        scores[i] -= test.logLoss(coefficients) / test.rows() / folds;
      }
    }
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double[] coefficients =
        new L1LogisticRegression(inverseStrengths[best], FINAL_TOLERANCE)
            .solve(problem, new double[problem.columns()]);
    return new Choice(coefficients, inverseStrengths[best], scores);
  }
}
