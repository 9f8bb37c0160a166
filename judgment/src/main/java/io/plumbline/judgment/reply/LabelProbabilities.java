package io.plumbline.judgment.reply;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Probabilities of labels from the log-probabilities of the first token; tokens that differ from a
 * label only by surrounding space count for it.
 */
public final class LabelProbabilities {
  private final Map<String, Double> firstToken;

  /**
   * @param firstToken natural logarithms of the likeliest first tokens' probabilities
   */
  public LabelProbabilities(Map<String, Double> firstToken) {
    this.firstToken = Map.copyOf(firstToken);
  }

  /** The probability of one label before any normalisation, in [0, 1]. */
  public double mass(String label) {
    double mass = 0;
    for (Map.Entry<String, Double> token : firstToken.entrySet()) {
      if (token.getKey().strip().equals(label)) {
        mass += Math.exp(token.getValue());
      }
    }
    return Math.min(mass, 1);
  }

  /**
   * P(first) over both labels; empty where they have less than half of all probability together,
   * since the model then meant to say something else.
   */
  public OptionalDouble ofFirst(String first, String second) {
    double one = mass(first);
    double other = mass(second);
    return one + other < 0.5 ? OptionalDouble.empty() : OptionalDouble.of(one / (one + other));
  }

  /**
   * The expected value of a scale, Σ p(s)·s over normalised label probabilities (G-Eval: Liu et al.
   * 2023, equation 1); empty where the labels have less than half of all probability.
   *
   * @param scale numbers whose decimal form is the label
   */
  public OptionalDouble expected(List<Integer> scale) {
    double total = 0;
    double sum = 0;
    for (int value : scale) {
      double mass = mass(Integer.toString(value));
      total += mass;
      sum += mass * value;
    }
    return total < 0.5 ? OptionalDouble.empty() : OptionalDouble.of(sum / total);
  }
}
