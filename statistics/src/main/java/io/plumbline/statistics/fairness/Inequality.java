package io.plumbline.statistics.fairness;

import java.util.Arrays;

/** Inequality of non-negative amounts. */
public final class Inequality {
  private Inequality() {}

  /** Gini's coefficient: 0 all equal, (n − 1)/n one has all. Source: Gini (1912). */
  public static double gini(double[] amounts) {
    double[] sorted = amounts.clone();
    Arrays.sort(sorted);
    double weighted = 0;
    double total = 0;
    for (int i = 0; i < sorted.length; i++) {
      weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
      total += sorted[i];
    }
    if (!(total > 0) || sorted[0] < 0) {
      throw new IllegalArgumentException("amounts must not be negative, and one must be positive");
    }
    return weighted / (sorted.length * total);
  }

  /** Jain's index: 1 all equal, 1/n one has all. Source: Jain, Chiu and Hawe (1984). */
  public static double jain(double[] amounts) {
    double total = Arrays.stream(amounts).sum();
    double squares = Arrays.stream(amounts).map(amount -> amount * amount).sum();
    return total * total / (amounts.length * squares);
  }

  /** Entropy of the shares, in units of the largest possible: 1 all equal, 0 one has all. */
  public static double entropy(double[] amounts) {
    double total = Arrays.stream(amounts).sum();
    double entropy = 0;
    for (double amount : amounts) {
      if (amount > 0) {
        entropy -= amount / total * Math.log(amount / total);
      }
    }
    return entropy / Math.log(amounts.length);
  }
}
