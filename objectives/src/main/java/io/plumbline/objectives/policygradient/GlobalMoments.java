package io.plumbline.objectives.policygradient;

import io.plumbline.objectives.Statistics;

/**
 * Mean and standard deviation over the global batch, from additive sums.
 *
 * @param mean arithmetic mean
 * @param deviation standard deviation with Bessel's correction; zero for a single value
 */
record GlobalMoments(double mean, double deviation) {
  private static final String COUNT = "moment_count";
  private static final String SUM = "moment_sum";
  private static final String SQUARES = "moment_squares";

  static Statistics statistics(Statistics counts, double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    return counts.with(COUNT, values.length).with(SUM, sum).with(SQUARES, squares);
  }

  static GlobalMoments of(Statistics global) {
    double count = global.sum(COUNT);
    if (count == 0) {
      return new GlobalMoments(0, 0);
    }
    double mean = global.sum(SUM) / count;
    double squares = Math.max(0, global.sum(SQUARES) - count * mean * mean);
    return new GlobalMoments(mean, count > 1 ? Math.sqrt(squares / (count - 1)) : 0);
  }
}
