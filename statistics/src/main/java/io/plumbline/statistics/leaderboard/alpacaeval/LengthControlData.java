package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.regression.L1LogisticProblem;

/**
 * The rows that a length-controlled fit sees: the gamed baselines first, then the model's own.
 *
 * @param standardLengthDifference baseline minus model length in standard deviations, own rows only
 * @param difficulty per own row
 * @param score the model's score in [0, 1], per own row
 * @param gamed null where there are none
 */
record LengthControlData(
    double[] standardLengthDifference, double[] difficulty, double[] score, GamedBaselines gamed) {

  /** Weight of the gamed rows (0.2), shared by the two gamed baselines. */
  static final double GAMED_WEIGHT = 0.2 / 2;

  int gamedRows() {
    return gamed == null ? 0 : gamed.rows();
  }

  int rows() {
    return gamedRows() + score.length;
  }

  L1LogisticProblem problem() {
    int rows = rows();
    double[] features = new double[3 * rows];
    double[] outcomes = new double[rows];
    double[] weights = new double[rows];
    int gamedRows = gamedRows();
    for (int row = 0; row < gamedRows; row++) {
      features[3 * row] = Math.tanh(gamed.standardLengthDifference()[row]);
      features[3 * row + 1] = gamed.difficulty()[row];
      outcomes[row] = gamed.preference()[row];
      weights[row] = GAMED_WEIGHT;
    }
    for (int own = 0; own < score.length; own++) {
      int row = gamedRows + own;
      features[3 * row] = Math.tanh(standardLengthDifference[own]);
      features[3 * row + 1] = difficulty[own];
      features[3 * row + 2] = 1;
      outcomes[row] = score[own];
      weights[row] = 1;
    }
    return new L1LogisticProblem(3, features, outcomes, weights);
  }
}
