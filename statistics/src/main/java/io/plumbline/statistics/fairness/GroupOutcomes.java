package io.plumbline.statistics.fairness;

import io.plumbline.statistics.interval.Quantile;
import java.util.Arrays;

/**
 * What a choice means for the groups of people it is for.
 *
 * <p>Source: the outcome measures of Mushkani et al. (2025), Negotiative alignment (METHODS 67);
 * worst-group welfare as in Kirk et al. (2024), PRISM (METHODS 108).
 *
 * @param total sum of the groups' utilities
 * @param mean of the groups' utilities
 * @param worst smallest utility, and whose it is
 * @param twentiethPercentile of the groups' utilities scaled to their range
 * @param gini inequality of the utilities
 */
public record GroupOutcomes(
    double total,
    double mean,
    double worst,
    int worstGroup,
    double twentiethPercentile,
    double gini) {

  /**
   * @param utilities one per group, not negative
   */
  public static GroupOutcomes of(double[] utilities) {
    double total = Arrays.stream(utilities).sum();
    int worst = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (int group = 0; group < utilities.length; group++) {
      worst = utilities[group] < utilities[worst] ? group : worst;
      largest = Math.max(largest, utilities[group]);
    }
    double least = utilities[worst];
    double range = largest - least;
    double[] scaled =
        Arrays.stream(utilities)
            .map(utility -> range == 0 ? 1 : (utility - least) / range)
            .sorted()
            .toArray();
    return new GroupOutcomes(
        total,
        total / utilities.length,
        least,
        worst,
        Quantile.of(scaled, 0.2),
        Inequality.gini(utilities));
  }
}
