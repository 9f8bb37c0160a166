package io.plumbline.statistics.agreement;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The pairs of items by how two raters order them. Counted as in Knight (1966), A computer method
 * for calculating Kendall's tau with ungrouped data, in n log n.
 *
 * @param tiedFirst pairs to which the first rater gives one value; {@code tiedSecond} likewise
 */
record PairCounts(
    double pairs, double tiedFirst, double tiedSecond, double concordantMinusDiscordant) {

  static PairCounts of(double[] first, double[] second) {
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
    return new PairCounts(
        pairs, tiedFirst, tiedSecond, pairs - tiedFirst - tiedSecond + tiedBoth - 2 * swaps);
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
