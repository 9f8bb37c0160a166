package io.plumbline.statistics.representation;

/**
 * The centred hidden embedding similarity of a preference pair: the larger, the more training on
 * the pair pushes the chosen answer's likelihood down.
 *
 * <p>Source: Razin et al. (2024), Unintentional unalignment: likelihood displacement in direct
 * preference optimization, and its length-normalised form (METHODS 53).
 *
 * @param score ⟨Σ h⁺, Σ h⁻⟩ − ‖Σ h⁺‖²
 * @param normalised the same with both sums divided by their numbers of tokens
 */
public record HiddenSimilarity(double score, double normalised) {

  /**
   * @param chosen last hidden states of the chosen answer, token by dimension
   * @param rejected last hidden states of the rejected answer, token by dimension
   */
  public static HiddenSimilarity of(double[][] chosen, double[][] rejected) {
    if (chosen.length == 0 || rejected.length == 0 || chosen[0].length != rejected[0].length) {
      throw new IllegalArgumentException("both answers need tokens of the same dimension");
    }
    double[] chosenSum = sum(chosen);
    double[] rejectedSum = sum(rejected);
    double across = product(chosenSum, rejectedSum);
    double own = product(chosenSum, chosenSum);
    double chosenTokens = chosen.length;
    return new HiddenSimilarity(
        across - own,
        across / (chosenTokens * rejected.length) - own / (chosenTokens * chosenTokens));
  }

  private static double[] sum(double[][] rows) {
    double[] sum = new double[rows[0].length];
    for (double[] row : rows) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += row[i];
      }
    }
    return sum;
  }

  private static double product(double[] left, double[] right) {
    double product = 0;
    for (int i = 0; i < left.length; i++) {
      product += left[i] * right[i];
    }
    return product;
  }
}
