package io.plumbline.statistics.influence;

/**
 * How far one factor of answers (for example length) goes along with preferences: the share of
 * pairs in which the preferred answer has more of it, minus the share in which it has less.
 *
 * <p>Source: Oh et al. (2024), Uncovering factor level preferences to improve human-model alignment
 * (METHODS 75): Kendall's τ with ties in the denominator.
 *
 * @param influence in [−1, 1]
 */
public record FactorInfluence(double influence, int concordant, int discordant, int tied) {

  /**
   * @param preferred the factor in the preferred answers
   * @param other the factor in the other answers
   */
  public static FactorInfluence of(double[] preferred, double[] other) {
    if (preferred.length == 0 || preferred.length != other.length) {
      throw new IllegalArgumentException("preferred and other must have one value per pair");
    }
    int concordant = 0;
    int discordant = 0;
    for (int pair = 0; pair < preferred.length; pair++) {
      concordant += preferred[pair] > other[pair] ? 1 : 0;
      discordant += preferred[pair] < other[pair] ? 1 : 0;
    }
    return new FactorInfluence(
        (double) (concordant - discordant) / preferred.length,
        concordant,
        discordant,
        preferred.length - concordant - discordant);
  }
}
