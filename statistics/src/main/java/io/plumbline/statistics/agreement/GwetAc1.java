package io.plumbline.statistics.agreement;

import java.util.Arrays;

/**
 * Gwet's AC1: agreement beyond chance that stays sensible where one label is far more frequent, for
 * any number of raters and with missing ratings.
 *
 * <p>Source: Gwet (2008), Computing inter-rater reliability and its variance in the presence of
 * high agreement; missing ratings as in Gwet (2014), Handbook of inter-rater reliability.
 */
public final class GwetAc1 {
  private GwetAc1() {}

  /**
   * @throws UndefinedAgreementException if no item has two ratings, or there is a single label
   */
  public static double of(Ratings ratings) {
    int[] once = new int[ratings.items()];
    Arrays.fill(once, 1);
    if (ratings.labels().size() < 2) {
      throw new UndefinedAgreementException("all ratings are equal: there is a single label");
    }
    double coefficient = of(ratings.counts(), once);
    if (Double.isNaN(coefficient)) {
      throw new UndefinedAgreementException("no item has two ratings");
    }
    return coefficient;
  }

  /** NaN where it is undefined. */
  static double of(int[][] counts, int[] multiplicity) {
    int labels = counts[0].length;
    double[] prevalence = new double[labels];
    double rated = 0;
    double agreement = 0;
    double paired = 0;
    for (int item = 0; item < counts.length; item++) {
      double size = Arrays.stream(counts[item]).sum();
      if (multiplicity[item] == 0 || size == 0) {
        continue;
      }
      rated += multiplicity[item];
      double agreeing = 0;
      for (int label = 0; label < labels; label++) {
        prevalence[label] += multiplicity[item] * counts[item][label] / size;
        agreeing += counts[item][label] * (counts[item][label] - 1.0);
      }
      if (size >= 2) {
        paired += multiplicity[item];
        agreement += multiplicity[item] * agreeing / (size * (size - 1));
      }
    }
    double chance = 0;
    for (double share : prevalence) {
      chance += share / rated * (1 - share / rated) / (labels - 1);
    }
    return paired == 0 ? Double.NaN : (agreement / paired - chance) / (1 - chance);
  }
}
