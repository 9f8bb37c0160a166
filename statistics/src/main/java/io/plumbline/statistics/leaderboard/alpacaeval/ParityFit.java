package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.regression.L1CrossValidation;

/**
 * A length-controlled fit that is ready to be made: cross-validation of the penalty over the folds
 * that the published runs had, the fit of all rows, and its predictions.
 *
 * <p>Source: alpaca_eval, {@code fit_LogisticRegressionCV} of {@code metrics/glm_winrate.py}.
 */
public final class ParityFit {
  private static final int FOLDS = 5;

  private final LengthControlData data;
  private final double[] difficulty;

  ParityFit(LengthControlData data, double[] difficulty) {
    this.data = data;
    this.difficulty = difficulty;
  }

  /** The model's chance to win each row, were both outputs equally long. */
  public double[] winProbabilities() {
    L1CrossValidation.Choice choice =
        L1CrossValidation.standard()
            .fit(data.problem(), EqualKeyQuicksort.folds(data.rows(), FOLDS), FOLDS);
    return LengthControl.of(choice.coefficients(), choice.inverseStrength())
        .winProbabilities(difficulty);
  }
}
