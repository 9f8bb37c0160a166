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
      int size = first.length;
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Arrays.sort(
          order,
          Comparator.<Integer>comparingDouble(i -> first[i]).thenComparingDouble(i -> second[i]));
      double[] x = new double[size];
      double[] y = new double[size];
      for (int i = 0; i < size; i++) {
        x[i] = first[order[i]];
        y[i] = second[order[i]];
      }
      double tiedFirst = 0;
      double tiedBoth = 0;
      for (int i = 0, run = 0, bothRun = 0; i < size; i++) {
        run = i > 0 && x[i] == x[i - 1] ? run + 1 : 0;
        bothRun = run > 0 && y[i] == y[i - 1] ? bothRun + 1 : 0;
        tiedFirst += run;
        tiedBoth += bothRun;
      }
      double swaps = sortAndCountSwaps(y, new double[size], 0, size);
      double tiedSecond = 0;
      for (int i = 0, run = 0; i < size; i++) {
        run = i > 0 && y[i] == y[i - 1] ? run + 1 : 0;
        tiedSecond += run;
      }
      double pairs = 0.5 * size * (size - 1.0);
      double concordantMinusDiscordant = pairs - tiedFirst - tiedSecond + tiedBoth - 2 * swaps;
      return concordantMinusDiscordant
          / (Math.sqrt(pairs - tiedFirst) * Math.sqrt(pairs - tiedSecond));
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

  private static double sortAndCountSwaps(double[] values, double[] space, int from, int to) {
    if (to - from < 2) {
      return 0;
    }
    int middle = (from + to) >>> 1;
    double swaps =
        sortAndCountSwaps(values, space, from, middle)
            + sortAndCountSwaps(values, space, middle, to);
    int left = from;
    int right = middle;
    for (int at = from; at < to; at++) {
      if (right == to || (left < middle && values[left] <= values[right])) {
        space[at] = values[left++];
      } else {
        swaps += middle - left;
        space[at] = values[right++];
      }
    }
    System.arraycopy(space, from, values, from, to - from);
    return swaps;
  }
}
