package io.plumbline.statistics.calibration;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The non-decreasing step function of a score that is nearest to outcomes in squares, by pooling
 * adjacent violators.
 *
 * <p>Source: Barlow et al. (1972), Statistical inference under order restrictions, section 1.2.
 *
 * @param scores ascending, where the function is defined exactly
 * @param values fitted values there
 */
public record IsotonicRegression(double[] scores, double[] values) {

  public static IsotonicRegression fit(double[] scores, double[] outcomes) {
    if (scores.length == 0 || scores.length != outcomes.length) {
      throw new IllegalArgumentException(
          scores.length + " scores and " + outcomes.length + " outcomes: give one of each per row");
    }
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    double[] distinct = new double[scores.length];
    double[] sums = new double[scores.length];
    double[] weights = new double[scores.length];
    int size = 0;
    for (int i : order) {
      if (size == 0 || distinct[size - 1] != scores[i]) {
        distinct[size++] = scores[i];
      }
      sums[size - 1] += outcomes[i];
      weights[size - 1]++;
    }
    int[] ends = new int[size];
    double[] blockSums = new double[size];
    double[] blockWeights = new double[size];
    int blocks = 0;
    for (int i = 0; i < size; i++) {
      blockSums[blocks] = sums[i];
      blockWeights[blocks] = weights[i];
      ends[blocks++] = i;
      while (blocks > 1
          && blockSums[blocks - 2] * blockWeights[blocks - 1]
              >= blockSums[blocks - 1] * blockWeights[blocks - 2]) {
        blocks--;
        blockSums[blocks - 1] += blockSums[blocks];
        blockWeights[blocks - 1] += blockWeights[blocks];
        ends[blocks - 1] = ends[blocks];
      }
    }
    double[] values = new double[size];
    for (int block = 0, i = 0; block < blocks; block++) {
      for (; i <= ends[block]; i++) {
        values[i] = blockSums[block] / blockWeights[block];
      }
    }
    return new IsotonicRegression(Arrays.copyOf(distinct, size), values);
  }

  /** The fitted value at a score: linear between scores seen, constant beyond them. */
  public double at(double score) {
    int found = Arrays.binarySearch(scores, score);
    if (found >= 0) {
      return values[found];
    }
    int above = -found - 1;
    if (above == 0 || above == scores.length) {
      return values[above == 0 ? 0 : scores.length - 1];
    }
    double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
    return values[above - 1] + share * (values[above] - values[above - 1]);
  }
}
