package io.plumbline.statistics.leaderboard.alpacaeval;

/**
 * One judgment of AlpacaEval's annotation files.
 *
 * @param firstGenerator the generator of {@code output_1}; the baseline in the published files
 * @param secondGenerator the generator of {@code output_2}; the model in the published files
 * @param preference 1 the first is better … 2 the second is better; NaN where the judge gave none
 * @param firstLength characters (code points) of {@code output_1}; −1 where it is missing
 * @param secondLength characters (code points) of {@code output_2}; −1 where it is missing
 */
public record Annotation(
    String instruction,
    String firstGenerator,
    String secondGenerator,
    double preference,
    int firstLength,
    int secondLength) {

  /** The judgment as if the outputs had been shown in the other order. */
  Annotation swapped() {
    return new Annotation(
        instruction,
        secondGenerator,
        firstGenerator,
        preference == 0 ? 0 : 3 - preference,
        secondLength,
        firstLength);
  }

  boolean hasOutputs() {
    return firstLength >= 0 && secondLength >= 0;
  }

  boolean hasPreference() {
    return preference == 0 || (preference >= 1 && preference <= 2);
  }

  /** The model's score in [0, 1]; AlpacaEval's older files write a draw as 0 instead of 1.5. */
  double score() {
    return preference == 0 ? 0.5 : preference - 1;
  }
}
