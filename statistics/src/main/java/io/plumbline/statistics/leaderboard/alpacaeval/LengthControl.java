package io.plumbline.statistics.leaderboard.alpacaeval;

import io.plumbline.statistics.regression.Logistic;

/**
 * The fitted length-controlled model: the log-odds that the model wins are {@code length · tanh(Δ)
 * + difficulty · γ + strength}, for a length difference Δ in standard deviations and an instruction
 * of difficulty γ.
 *
 * <p>Source: Dubois, Galambosi, Liang and Hashimoto (2024), Length-controlled AlpacaEval (METHODS
 * 90).
 *
 * @param inverseStrength the C of the L1 penalty with which it was fitted
 */
public record LengthControl(
    double length, double difficulty, double strength, double inverseStrength) {

  static LengthControl of(double[] coefficients, double inverseStrength) {
    return new LengthControl(coefficients[0], coefficients[1], coefficients[2], inverseStrength);
  }

  /** The probability that the model wins where both outputs are equally long. */
  public double winProbability(double instructionDifficulty) {
    return Logistic.probability(difficulty * instructionDifficulty + strength);
  }

  /** Win probabilities over instructions, both outputs equally long. */
  public double[] winProbabilities(double[] instructionDifficulties) {
    double[] probabilities = new double[instructionDifficulties.length];
    for (int row = 0; row < probabilities.length; row++) {
      probabilities[row] = winProbability(instructionDifficulties[row]);
    }
    return probabilities;
  }

  double[] coefficients() {
    return new double[] {length, difficulty, strength};
  }
}
