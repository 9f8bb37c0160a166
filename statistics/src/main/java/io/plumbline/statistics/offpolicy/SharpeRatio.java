package io.plumbline.statistics.offpolicy;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Return over risk of the k policies that an estimator puts first.
 *
 * <p>Source: Kiyohara et al. (2024), METHODS 128: (best@k − J(π_b)) / std@k.
 *
 * @param ratio NaN where the k policies are all equally good
 * @param best largest true value among the k
 * @param deviation of the k true values, with k in the denominator
 */
public record SharpeRatio(double ratio, double best, double deviation) {

  /**
   * @param estimates of each policy's value
   * @param values true values
   * @param behaviourValue value of the logging policy
   * @param k at least 2, at most the number of policies
   */
  public static SharpeRatio of(double[] estimates, double[] values, double behaviourValue, int k) {
    if (estimates.length != values.length || k < 2 || k > values.length) {
      throw new IllegalArgumentException(
          "k is %d for %d estimates and %d values: it must be from 2 to their number"
              .formatted(k, estimates.length, values.length));
    }
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -estimates[i]));
    double[] top = Arrays.stream(order, 0, k).mapToDouble(i -> values[i]).toArray();
    double best = Arrays.stream(top).max().orElseThrow();
    double mean = Arrays.stream(top).average().orElseThrow();
    double deviation =
        Math.sqrt(Arrays.stream(top).map(value -> (value - mean) * (value - mean)).sum() / k);
    return new SharpeRatio(
        deviation == 0 ? Double.NaN : (best - behaviourValue) / deviation, best, deviation);
  }
}
