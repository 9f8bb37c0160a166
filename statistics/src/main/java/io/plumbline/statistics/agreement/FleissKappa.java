package io.plumbline.statistics.agreement;

import java.util.Arrays;

/**
 * Fleiss' κ: chance-corrected agreement where every item has the same number of ratings.
 *
 * <p>Source: Fleiss (1971), Measuring nominal scale agreement among many raters, equations 1 to 7.
 */
public final class FleissKappa {
  private FleissKappa() {}

  /**
   * @throws UndefinedAgreementException if the numbers of ratings differ or are below two, or all
   *     ratings are equal
   */
  public static double of(Ratings ratings) {
    int[][] counts = ratings.counts();
    int size = Arrays.stream(counts[0]).sum();
    for (int[] item : counts) {
      if (Arrays.stream(item).sum() != size) {
        throw new UndefinedAgreementException(
            "Fleiss' kappa needs the same number of ratings for every item");
      }
    }
    if (size < 2) {
      throw new UndefinedAgreementException("every item has a single rating");
    }
    int[] once = new int[counts.length];
    Arrays.fill(once, 1);
    double kappa = of(counts, once);
    if (Double.isNaN(kappa)) {
      throw new UndefinedAgreementException("all ratings are equal: chance agreement is complete");
    }
    return kappa;
  }

  /** NaN where it is undefined. */
  static double of(int[][] counts, int[] multiplicity) {
    double size = Arrays.stream(counts[0]).sum();
    double[] marginals = new double[counts[0].length];
    double agreement = 0;
    double items = 0;
    for (int item = 0; item < counts.length; item++) {
      double squares = 0;
      for (int label = 0; label < marginals.length; label++) {
        squares += (double) counts[item][label] * counts[item][label];
        marginals[label] += multiplicity[item] * counts[item][label];
      }
      agreement += multiplicity[item] * (squares - size) / (size * (size - 1));
      items += multiplicity[item];
    }
    double chance = 0;
    for (double marginal : marginals) {
      chance += (marginal / (items * size)) * (marginal / (items * size));
    }
    return chance >= 1 ? Double.NaN : (agreement / items - chance) / (1 - chance);
  }
}
