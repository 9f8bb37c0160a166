package io.plumbline.statistics.reliability;

import io.plumbline.statistics.agreement.RankCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Mean opinion scores of items and how reliable each rater is.
 *
 * <p>Source: Hosu et al. (2024), UHD-IQA benchmark database (METHODS 157): every rater rates twice;
 * self-consistency is the correlation of both passes, reliability that with the mean of the other
 * raters.
 *
 * @param meanOpinions per item
 * @param standardErrors per item; NaN with one rating
 * @param selfConsistency per rater: Spearman correlation of the two passes; NaN if constant
 * @param reliability per rater: Spearman correlation with the other raters' mean; NaN if constant
 */
public record OpinionScores(
    double[] meanOpinions,
    double[] standardErrors,
    double[] selfConsistency,
    double[] reliability) {

  /**
   * @param passes rater by pass by item; NaN where an item was not rated
   */
  public static OpinionScores of(double[][][] passes) {
    int items = passes[0][0].length;
    double[] means = new double[items];
    double[] errors = new double[items];
    for (int item = 0; item < items; item++) {
      double[] ratings = ratings(passes, item, -1);
      means[item] = Arrays.stream(ratings).average().orElse(Double.NaN);
      double mean = means[item];
      double squares = Arrays.stream(ratings).map(r -> (r - mean) * (r - mean)).sum();
      errors[item] =
          ratings.length < 2
              ? Double.NaN
              : Math.sqrt(squares / (ratings.length - 1) / ratings.length);
    }
    double[] consistency = new double[passes.length];
    double[] reliability = new double[passes.length];
    for (int rater = 0; rater < passes.length; rater++) {
      consistency[rater] =
          passes[rater].length < 2 ? Double.NaN : correlation(passes[rater][0], passes[rater][1]);
      double[] own = new double[items];
      double[] others = new double[items];
      for (int item = 0; item < items; item++) {
        own[item] = mean(passes[rater], item);
        others[item] = Arrays.stream(ratings(passes, item, rater)).average().orElse(Double.NaN);
      }
      reliability[rater] = correlation(own, others);
    }
    return new OpinionScores(means, errors, consistency, reliability);
  }

  private static double mean(double[][] passes, int item) {
    return Arrays.stream(passes)
        .mapToDouble(pass -> pass[item])
        .filter(rating -> !Double.isNaN(rating))
        .average()
        .orElse(Double.NaN);
  }

  private static double[] ratings(double[][][] passes, int item, int exceptRater) {
    List<Double> ratings = new ArrayList<>();
    for (int rater = 0; rater < passes.length; rater++) {
      for (double[] pass : passes[rater]) {
        if (rater != exceptRater && !Double.isNaN(pass[item])) {
          ratings.add(pass[item]);
        }
      }
    }
    return ratings.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double correlation(double[] first, double[] second) {
    List<double[]> pairs = new ArrayList<>();
    for (int item = 0; item < first.length; item++) {
      if (!Double.isNaN(first[item]) && !Double.isNaN(second[item])) {
        pairs.add(new double[] {first[item], second[item]});
      }
    }
    return pairs.size() < 2
        ? Double.NaN
        : RankCorrelation.SPEARMAN.of(
            pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
            pairs.stream().mapToDouble(pair -> pair[1]).toArray());
  }
}
