package io.plumbline.statistics.agreement;

import java.util.Arrays;

/**
 * Krippendorff's α for any number of raters and with missing ratings.
 *
 * <p>On every level the squared difference of two values is that of two scores: indicators
 * (nominal), mid-ranks among the pairable values (ordinal) or the values themselves (interval).
 *
 * <p>Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability, section E.
 */
public final class KrippendorffAlpha {
  private KrippendorffAlpha() {}

  /**
   * At most 1; 0 where agreement is that of chance.
   *
   * @throws UndefinedAgreementException if no item has two ratings, all pairable values are equal,
   *     or an ordered level meets values that are no numbers
   */
  public static double of(Ratings ratings, Level level) {
    int[] once = new int[ratings.items()];
    Arrays.fill(once, 1);
    if (level != Level.NOMINAL && !ratings.isNumeric()) {
      throw new UndefinedAgreementException(
          "the level is not nominal, but the values are not numbers");
    }
    double alpha = of(ratings.counts(), ratings.values(), level, once);
    if (Double.isNaN(alpha)) {
      throw new UndefinedAgreementException(
          "no item has two ratings, or all values of such items are equal");
    }
    return alpha;
  }

  /** NaN where it is undefined. */
  static double of(int[][] counts, double[] values, Level level, int[] multiplicity) {
    int labels = counts.length == 0 ? 0 : counts[0].length;
    double[] marginals = new double[labels];
    for (int item = 0; item < counts.length; item++) {
      if (multiplicity[item] > 0 && total(counts[item]) >= 2) {
        for (int label = 0; label < labels; label++) {
          marginals[label] += (double) multiplicity[item] * counts[item][label];
        }
      }
    }
    double pairable = Arrays.stream(marginals).sum();
    double expected = disagreement(marginals, level, scores(marginals, values, level));
    if (pairable < 2 || expected == 0) {
      return Double.NaN;
    }
    double[] scores = scores(marginals, values, level);
    double observed = 0;
    double[] row = new double[labels];
    for (int item = 0; item < counts.length; item++) {
      int size = total(counts[item]);
      if (multiplicity[item] > 0 && size >= 2) {
        for (int label = 0; label < labels; label++) {
          row[label] = counts[item][label];
        }
        observed += multiplicity[item] * disagreement(row, level, scores) / (size - 1);
      }
    }
    return 1 - (pairable - 1) * observed / expected;
  }

  /** Sum of squared differences over all ordered pairs of values. */
  private static double disagreement(double[] counts, Level level, double[] scores) {
    double total = 0;
    double sum = 0;
    double squares = 0;
    for (int label = 0; label < counts.length; label++) {
      double count = counts[label];
      total += count;
      sum += level == Level.NOMINAL ? 0 : count * scores[label];
      squares += level == Level.NOMINAL ? count * count : count * scores[label] * scores[label];
    }
    return level == Level.NOMINAL
        ? total * total - squares
        : Math.max(0, 2 * (total * squares - sum * sum));
  }

  private static double[] scores(double[] marginals, double[] values, Level level) {
    return switch (level) {
      case NOMINAL -> null;
      case INTERVAL -> centred(marginals, values);
      case ORDINAL -> {
        double[] ranks = new double[marginals.length];
        double below = 0;
        for (int label = 0; label < ranks.length; label++) {
          ranks[label] = below + marginals[label] / 2;
          below += marginals[label];
        }
        yield centred(marginals, ranks);
      }
    };
  }

  // Sums of squares of values far from zero would cancel.
  private static double[] centred(double[] marginals, double[] scores) {
    double total = 0;
    double sum = 0;
    for (int label = 0; label < scores.length; label++) {
      total += marginals[label];
      sum += marginals[label] * scores[label];
    }
    double mean = total == 0 ? 0 : sum / total;
    return Arrays.stream(scores).map(score -> score - mean).toArray();
  }

  private static int total(int[] counts) {
    return Arrays.stream(counts).sum();
  }
}
