package io.plumbline.statistics.fairness;

import java.util.ArrayList;
import java.util.List;

/**
 * The package of measures within a budget on which groups would settle: the one with the largest
 * product of utilities (Nash); the first tried among equals, which has fewer or earlier options.
 *
 * <p>Source: Nash (1950), The bargaining problem; budgeted as in Mushkani et al. (2025),
 * Negotiative alignment (METHODS 67).
 *
 * @param options numbers of the chosen options
 * @param utilities of each group under the package
 */
public record NegotiatedPackage(List<Integer> options, double[] utilities) {
  private static final int MOST_OPTIONS = 20;

  /**
   * @param costs one per option, not negative
   * @param gains group by option: what each option adds to a group's utility
   * @param start each group's utility without any option, positive
   * @throws IllegalArgumentException with more than 20 options, whose packages are too many to try
   */
  public static NegotiatedPackage of(
      double[] costs, double[][] gains, double[] start, double budget) {
    if (costs.length > MOST_OPTIONS) {
      throw new IllegalArgumentException(
          costs.length + " options are more than the " + MOST_OPTIONS + " that are all tried");
    }
    NegotiatedPackage best = null;
    for (int chosen = 0; chosen < 1 << costs.length; chosen++) {
      double cost = 0;
      double[] utilities = start.clone();
      List<Integer> options = new ArrayList<>();
      for (int option = 0; option < costs.length; option++) {
        if ((chosen >> option & 1) == 1) {
          cost += costs[option];
          options.add(option);
          for (int group = 0; group < utilities.length; group++) {
            utilities[group] += gains[group][option];
          }
        }
      }
      NegotiatedPackage tried = new NegotiatedPackage(options, utilities);
      if (cost <= budget && (best == null || tried.logProduct() > best.logProduct() + 1e-12)) {
        best = tried;
      }
    }
    return best;
  }

  private double logProduct() {
    double sum = 0;
    for (double utility : utilities) {
      sum += utility > 0 ? Math.log(utility) : Double.NEGATIVE_INFINITY;
    }
    return sum;
  }
}
