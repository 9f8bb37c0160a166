package io.plumbline.statistics.comparison;

import io.plumbline.statistics.interval.NormalDistribution;
import org.hipparchus.special.Beta;

/**
 * McNemar's test of whether two systems are right equally often on the same items.
 *
 * <p>Source: McNemar (1947), Note on the sampling error of the difference between correlated
 * proportions; exact version by the binomial distribution of the discordant items.
 *
 * @param onlyFirst items that only the first system has right
 * @param onlySecond items that only the second system has right
 */
public record McNemar(int onlyFirst, int onlySecond) {

  public McNemar {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException(
          "counts must not be negative, got " + onlyFirst + " and " + onlySecond);
    }
  }

  /**
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static McNemar of(boolean[] first, boolean[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "first has " + first.length + " items and second " + second.length + ": pair them");
    }
    int onlyFirst = 0;
    int onlySecond = 0;
    for (int item = 0; item < first.length; item++) {
      onlyFirst += first[item] && !second[item] ? 1 : 0;
      onlySecond += second[item] && !first[item] ? 1 : 0;
    }
    return new McNemar(onlyFirst, onlySecond);
  }

  /** (b − c)² / (b + c); 0 without discordant items. */
  public double chiSquared() {
    double difference = onlyFirst - onlySecond;
    return onlyFirst + onlySecond == 0
        ? 0
        : difference * difference / ((double) onlyFirst + onlySecond);
  }

  /** Two-sided p-value of {@link #chiSquared} with one degree of freedom. */
  public double pValue() {
    return 2 * NormalDistribution.cumulative(-Math.sqrt(chiSquared()));
  }

  /** Two-sided exact p-value; 1 without discordant items. */
  public double exactPValue() {
    int smaller = Math.min(onlyFirst, onlySecond);
    int total = onlyFirst + onlySecond;
    // P(X <= k) of a fair binomial is the incomplete beta I_{1/2}(n - k, k + 1).
    return smaller == total - smaller
        ? 1
        : Math.min(1, 2 * Beta.regularizedBeta(0.5, total - smaller, smaller + 1));
  }
}
