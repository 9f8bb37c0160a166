package io.plumbline.statistics.agreement;

import java.util.Arrays;

/**
 * Cohen's κ of two raters, plain or weighted, over the items that both rated.
 *
 * <p>Source: Cohen (1960), A coefficient of agreement for nominal scales; Cohen (1968), Weighted
 * kappa, with weights by the distance of the labels' places in their order.
 */
public enum CohenKappa {
  /** Every disagreement counts the same. */
  UNWEIGHTED {
    @Override
    double distance(int first, int second) {
      return first == second ? 0 : 1;
    }
  },
  /** Disagreement grows with the distance of the labels. */
  LINEAR {
    @Override
    double distance(int first, int second) {
      return Math.abs(first - second);
    }
  },
  /** Disagreement grows with the square of the distance of the labels. */
  QUADRATIC {
    @Override
    double distance(int first, int second) {
      return (double) (first - second) * (first - second);
    }
  };

  abstract double distance(int first, int second);

  /**
   * @throws UndefinedAgreementException unless there are two raters with an item in common, and not
   *     all their ratings equal
   */
  public double of(Ratings ratings) {
    requireTwoRaters(ratings, "Cohen's kappa");
    if (this != UNWEIGHTED && !ratings.isNumeric()) {
      throw new UndefinedAgreementException("weights need values that are numbers");
    }
    int[][] pairs = ratings.pairs();
    if (pairs[0].length == 0) {
      throw new UndefinedAgreementException("the two raters have no item in common");
    }
    int[] once = new int[pairs[0].length];
    Arrays.fill(once, 1);
    double kappa = of(pairs, ratings.labels().size(), once);
    if (Double.isNaN(kappa)) {
      throw new UndefinedAgreementException("all ratings are equal: chance agreement is complete");
    }
    return kappa;
  }

  /** NaN where it is undefined. */
  double of(int[][] pairs, int labels, int[] multiplicity) {
    double[] first = new double[labels];
    double[] second = new double[labels];
    double observed = 0;
    double items = 0;
    for (int item = 0; item < multiplicity.length; item++) {
      int times = multiplicity[item];
      first[pairs[0][item]] += times;
      second[pairs[1][item]] += times;
      observed += times * distance(pairs[0][item], pairs[1][item]);
      items += times;
    }
    double expected = 0;
    for (int i = 0; i < labels; i++) {
      if (first[i] > 0) {
        for (int j = 0; j < labels; j++) {
          expected += first[i] * second[j] * distance(i, j);
        }
      }
    }
    return expected == 0 ? Double.NaN : 1 - observed * items / expected;
  }

  static void requireTwoRaters(Ratings ratings, String coefficient) {
    if (ratings.raters().size() != 2) {
      throw new UndefinedAgreementException(
          coefficient + " is for two raters, there are " + ratings.raters().size());
    }
  }
}
