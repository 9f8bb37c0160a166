package io.plumbline.statistics.agreement;

import java.util.Arrays;
import java.util.Comparator;

/** Correlations of the orders that two raters give the same items, with ties. */
public enum RankCorrelation {

  /**
   * Pearson's correlation of mid-ranks. Source: Spearman (1904), The proof and measurement of
   * association between two things.
   */
  SPEARMAN {
    @Override
    double defined(double[] first, double[] second) {
      return pearson(midRanks(first), midRanks(second));
    }
  },

  /**
   * Kendall's τ_b. Source: Kendall (1945), The treatment of ties in ranking problems; counted as in
   * Knight (1966), in n log n.
   */
  KENDALL {
    @Override
    double defined(double[] first, double[] second) {
      PairCounts counts = PairCounts.of(first, second);
      return counts.concordantMinusDiscordant()
          / (Math.sqrt(counts.pairs() - counts.tiedFirst())
              * Math.sqrt(counts.pairs() - counts.tiedSecond()));
    }
  },

  /**
   * Kendall's τ_c, which can reach 1 where one side has fewer distinct values than the other: 2m (C
   * − D)/(n² (m − 1)), m the smaller number of distinct values. Source: Stuart (1953), The
   * estimation and comparison of strengths of association in contingency tables.
   */
  STUART {
    @Override
    double defined(double[] first, double[] second) {
      double distinct = Math.min(distinct(first), distinct(second));
      double size = first.length;
      return 2
          * distinct
          * PairCounts.of(first, second).concordantMinusDiscordant()
          / (size * size * (distinct - 1));
    }
  };

  abstract double defined(double[] first, double[] second);

  /**
   * In [−1, 1]; NaN with fewer than two items, or where either side is constant.
   *
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public double of(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "first has " + first.length + " values and second " + second.length + ": pair them");
    }
    if (isConstant(first) || isConstant(second)) {
      return Double.NaN;
    }
    return Math.max(-1, Math.min(1, defined(first, second)));
  }

  /** Ranks from 1, equal values sharing the mean of their ranks. */
  public static double[] midRanks(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    double[] ranks = new double[values.length];
    for (int begin = 0; begin < order.length; ) {
      int end = begin + 1;
      while (end < order.length && values[order[end]] == values[order[begin]]) {
        end++;
      }
      for (int i = begin; i < end; i++) {
        ranks[order[i]] = (begin + end + 1) / 2.0;
      }
      begin = end;
    }
    return ranks;
  }

  /** Pearson's correlation; NaN where a side is constant. */
  public static double pearson(double[] first, double[] second) {
    double firstMean = Arrays.stream(first).average().orElse(0);
    double secondMean = Arrays.stream(second).average().orElse(0);
    double firstSquares = 0;
    double secondSquares = 0;
    double products = 0;
    for (int i = 0; i < first.length; i++) {
      double x = first[i] - firstMean;
      double y = second[i] - secondMean;
      firstSquares += x * x;
      secondSquares += y * y;
      products += x * y;
    }
    return products / Math.sqrt(firstSquares * secondSquares);
  }

  private static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  private static long distinct(double[] values) {
    return Arrays.stream(values).distinct().count();
  }
}
