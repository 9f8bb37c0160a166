package io.plumbline.statistics.fairness;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * How evenly items are shown, each measure rescaled so that 1 is the fairest and 0 the unfairest
 * that the numbers of items, users and slots allow; without that, the measures never reach their
 * ends.
 *
 * <p>Source: Rampisela et al. (2023), Evaluation measures of individual item fairness for
 * recommender systems: a critical study (METHODS 62).
 *
 * @param jain from Jain's index
 * @param gini one minus Gini's coefficient, rescaled
 * @param entropy from the entropy of exposure
 * @param coverage share of items that are shown at all (qualification fairness), rescaled
 */
public record ExposureFairness(double jain, double gini, double entropy, double coverage) {

  /**
   * @param exposure how often each item is shown, to all users together
   * @param users number of users
   * @param slots items shown to one user, fewer than there are items
   */
  public static ExposureFairness of(int[] exposure, int users, int slots) {
    int items = exposure.length;
    if (slots >= items || Arrays.stream(exposure).sum() != users * slots) {
      throw new IllegalArgumentException(
          "%d users with %d slots need exposures that sum to %d, over more than %d items"
              .formatted(users, slots, users * slots, slots));
    }
    double[] amounts = Arrays.stream(exposure).asDoubleStream().toArray();
    double[] unfairest = new double[items];
    Arrays.fill(unfairest, 0, slots, users);
    double[] fairest = new double[items];
    Arrays.fill(fairest, (users * slots) / items);
    for (int item = 0; item < (users * slots) % items; item++) {
      fairest[item]++;
    }
    return new ExposureFairness(
        rescaled(Inequality::jain, amounts, unfairest, fairest),
        rescaled(values -> 1 - Inequality.gini(values), amounts, unfairest, fairest),
        rescaled(Inequality::entropy, amounts, unfairest, fairest),
        rescaled(
            values -> Arrays.stream(values).filter(value -> value > 0).count(),
            amounts,
            unfairest,
            fairest));
  }

  private static double rescaled(
      ToDoubleFunction<double[]> measure, double[] amounts, double[] unfairest, double[] fairest) {
    double lowest = measure.applyAsDouble(unfairest);
    double highest = measure.applyAsDouble(fairest);
    // With as many showings as slots the two extremes coincide, and nothing can be unfair.
    return highest == lowest ? 1 : (measure.applyAsDouble(amounts) - lowest) / (highest - lowest);
  }
}
