package io.plumbline.objectives.reduction;

/**
 * How the log-probabilities of a completion's tokens become one number: a weighted sum whose
 * weights depend on positions and lengths only.
 */
public interface TokenReduction {
  /**
   * Weight of one token.
   *
   * @param position zero-based position in the completion
   * @param length number of tokens of the completion, at least 1
   * @param sharedLength the shorter length of the pair, or {@code length} outside pairs
   */
  double weight(int position, int length, int sharedLength);

  /** Whether a completion without tokens has no value: true where the weights divide by length. */
  boolean needsTokens();

  /** The reduced value of {@code values[from, from + length)}; zero for an empty completion. */
  default double reduce(double[] values, int from, int length, int sharedLength) {
    double sum = 0;
    for (int position = 0; position < length; position++) {
      sum += weight(position, length, sharedLength) * values[from + position];
    }
    return sum;
  }

  /** Adds {@code slope} times each token's weight to {@code gradient[from, from + length)}. */
  default void addGradient(
      double slope, double[] gradient, int from, int length, int sharedLength) {
    for (int position = 0; position < length; position++) {
      gradient[from + position] += slope * weight(position, length, sharedLength);
    }
  }
}
