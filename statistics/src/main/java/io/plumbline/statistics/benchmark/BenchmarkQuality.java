package io.plumbline.statistics.benchmark;

import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.interval.NormalDistribution;

/**
 * How well a benchmark tells models apart, and how far it agrees with a reference ranking.
 *
 * <p>Source: Li et al. (2024), From crowdsourced data to high-quality benchmarks: Arena-Hard and
 * BenchBuilder pipeline (METHODS 141).
 *
 * @param separability share of model pairs whose intervals do not overlap
 * @param agreementWithConfidence mean over pairs that the reference separates: 1 where the
 *     benchmark separates them in the same order, −1 in the other order, 0 where it does not
 *     separate them
 * @param pairRankBrier mean squared error of the benchmark's probability that the first of a pair
 *     is the better one in the reference; probabilities from normal errors
 */
public record BenchmarkQuality(
    double separability, double agreementWithConfidence, double pairRankBrier) {

  /**
   * @param benchmark score of each model with its interval
   * @param reference the same models' reference scores, in the same order
   */
  public static BenchmarkQuality of(Interval[] benchmark, Interval[] reference) {
    if (benchmark.length != reference.length || benchmark.length < 2) {
      throw new IllegalArgumentException("needs the same models, at least two, in both");
    }
    int pairs = 0;
    int separated = 0;
    int referenceSeparated = 0;
    int agreement = 0;
    double brier = 0;
    for (int i = 0; i < benchmark.length; i++) {
      for (int j = i + 1; j < benchmark.length; j++) {
        pairs++;
        boolean separates = benchmark[i].isSeparableFrom(benchmark[j]);
        double sign = Math.signum(benchmark[i].estimate() - benchmark[j].estimate());
        double truth = Math.signum(reference[i].estimate() - reference[j].estimate());
        separated += separates ? 1 : 0;
        if (reference[i].isSeparableFrom(reference[j])) {
          referenceSeparated++;
          agreement += separates ? (int) (sign * truth) : 0;
        }
        double error = winProbability(benchmark[i], benchmark[j]) - (0.5 + 0.5 * truth);
        brier += error * error;
      }
    }
    return new BenchmarkQuality(
        (double) separated / pairs,
        referenceSeparated == 0 ? Double.NaN : (double) agreement / referenceSeparated,
        brier / pairs);
  }

  private static double winProbability(Interval first, Interval second) {
    double difference = first.estimate() - second.estimate();
    double deviation = Math.hypot(deviation(first), deviation(second));
    return deviation == 0
        ? 0.5 + 0.5 * Math.signum(difference)
        : NormalDistribution.cumulative(difference / deviation);
  }

  private static double deviation(Interval interval) {
    return interval.width() / (2 * NormalDistribution.quantile((1 + interval.level()) / 2));
  }
}
