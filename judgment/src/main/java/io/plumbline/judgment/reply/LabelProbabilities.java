package io.plumbline.judgment.reply;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Probabilities of labels from the log-probabilities of the first token; tokens that differ from a
 * label only by surrounding space count for it.
 */
public final class LabelProbabilities {
  private static final double LEAST_MASS = 0.5;

  private final Map<String, Double> firstToken;

  /**
   * @param firstToken natural logarithms of the likeliest first tokens' probabilities
   */
  public LabelProbabilities(Map<String, Double> firstToken) {
    this.firstToken = Map.copyOf(firstToken);
  }

  /** The probability of one label before any normalisation, in [0, 1]. */
  private double mass(String label) {
    double mass = 0;
    for (Map.Entry<String, Double> token : firstToken.entrySet()) {
      if (token.getKey().strip().equals(label)) {
        mass += Math.exp(token.getValue());
      }
    }
    return Math.min(mass, 1);
  }

  /**
   * The labels' shares of what they have together, in their order, summing to 1; empty where that
   * is less than half of all probability, since the model then meant to say something else.
   */
  public Optional<double[]> shares(List<String> labels) {
    double[] shares = labels.stream().mapToDouble(this::mass).toArray();
    double total = Arrays.stream(shares).sum();
    return total >= LEAST_MASS
        ? Optional.of(Arrays.stream(shares).map(share -> share / total).toArray())
        : Optional.empty();
  }

  /**
   * The expected value of a scale, Σ p(s)·s over normalised label probabilities (G-Eval: Liu et al.
   * 2023, equation 1); empty where the labels have less than half of all probability.
   *
   * @param scale numbers whose decimal form is the label
   */
  public OptionalDouble expected(List<Integer> scale) {
    Optional<double[]> shares = shares(scale.stream().map(value -> value.toString()).toList());
    if (shares.isEmpty()) {
      return OptionalDouble.empty();
    }
    double expected = 0;
    for (int i = 0; i < scale.size(); i++) {
      expected += shares.get()[i] * scale.get(i);
    }
    return OptionalDouble.of(expected);
  }
}
