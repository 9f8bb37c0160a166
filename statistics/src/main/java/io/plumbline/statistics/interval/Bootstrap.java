package io.plumbline.statistics.interval;

import io.plumbline.statistics.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The bootstrap over independent units (rows, or clusters of rows): seeded, and the same whatever
 * the number of processors, because every round has a random stream of its own.
 *
 * <p>Source: Efron and Tibshirani (1993), An introduction to the bootstrap, chapters 13
 * (percentile) and 14 (BCa).
 *
 * @param rounds number of resamples, at least 2
 * @param level coverage of the intervals, in (0, 1)
 */
public record Bootstrap(int rounds, double level, long seed) {
  public static final Bootstrap DEFAULT = new Bootstrap(1000, 0.95, 42);

  public Bootstrap {
    Interval.requireLevel(level);
    if (rounds < 2) {
      throw new IllegalArgumentException("rounds is " + rounds + ", must be at least 2");
    }
  }

  /** The statistic of each resample, in the order of the rounds; NaN where it is undefined. */
  public double[] replicates(int units, ResampledStatistic statistic) {
    if (units < 1) {
      throw new IllegalArgumentException("there is no unit to resample");
    }
    return IntStream.range(0, rounds)
        .parallel()
        .mapToDouble(round -> statistic.of(multiplicity(units, round)))
        .toArray();
  }

  /** How often each unit is drawn in the given round. */
  public int[] multiplicity(int units, int round) {
    RandomStream random = RandomStream.of(seed, round);
    int[] multiplicity = new int[units];
    for (int draw = 0; draw < units; draw++) {
      multiplicity[random.nextInt(units)]++;
    }
    return multiplicity;
  }

  /**
   * The percentile interval.
   *
   * @throws ArithmeticException if the statistic is undefined for the sample or for more than half
   *     of the resamples
   */
  public Interval percentile(int units, ResampledStatistic statistic) {
    double estimate = estimate(units, statistic);
    double[] sorted = defined(replicates(units, statistic));
    double tail = (1 - level) / 2;
    return new Interval(estimate, Quantile.of(sorted, tail), Quantile.of(sorted, 1 - tail), level);
  }

  /**
   * The bias-corrected and accelerated interval; the acceleration comes from the jackknife over the
   * units.
   *
   * @throws ArithmeticException as {@link #percentile}
   */
  public Interval biasCorrectedAccelerated(int units, ResampledStatistic statistic) {
    double estimate = estimate(units, statistic);
    double[] sorted = defined(replicates(units, statistic));
    if (sorted[0] == sorted[sorted.length - 1]) {
      return new Interval(estimate, sorted[0], sorted[0], level);
    }
    double below = 0;
    for (double replicate : sorted) {
      below += replicate < estimate ? 1 : replicate == estimate ? 0.5 : 0;
    }
    // Half a replicate is kept on either side, so that the correction stays finite.
    double share = Math.min(Math.max(below, 0.5), sorted.length - 0.5) / sorted.length;
    double bias = NormalDistribution.quantile(share);
    double acceleration = acceleration(units, statistic);
    double tail = NormalDistribution.quantile((1 - level) / 2);
    return new Interval(
        estimate,
        Quantile.of(sorted, adjusted(bias, acceleration, tail)),
        Quantile.of(sorted, adjusted(bias, acceleration, -tail)),
        level);
  }

  /** Percentile interval of a mean of rows, with whole clusters resampled. */
  public Interval mean(double[] values, Clusters clusters) {
    double[] sums = clusters.sums(values);
    int[] sizes = clusters.sizes();
    return percentile(clusters.count(), multiplicity -> weightedMean(sums, sizes, multiplicity));
  }

  private static double weightedMean(double[] sums, int[] sizes, int[] multiplicity) {
    double sum = 0;
    long rows = 0;
    for (int cluster = 0; cluster < sums.length; cluster++) {
      sum += multiplicity[cluster] * sums[cluster];
      rows += (long) multiplicity[cluster] * sizes[cluster];
    }
    return sum / rows;
  }

  private static double estimate(int units, ResampledStatistic statistic) {
    int[] once = new int[units];
    Arrays.fill(once, 1);
    double estimate = statistic.of(once);
    if (Double.isNaN(estimate)) {
      throw new ArithmeticException("the statistic is undefined for this sample");
    }
    return estimate;
  }

  private static double[] defined(double[] replicates) {
    double[] defined = Arrays.stream(replicates).filter(value -> !Double.isNaN(value)).toArray();
    if (defined.length * 2 < replicates.length) {
      throw new ArithmeticException(
          "the statistic is undefined in "
              + (replicates.length - defined.length)
              + " of "
              + replicates.length
              + " resamples: there are too few units for an interval");
    }
    Arrays.sort(defined);
    return defined;
  }

  private static double acceleration(int units, ResampledStatistic statistic) {
    double[] left = new double[units];
    int[] multiplicity = new int[units];
    Arrays.fill(multiplicity, 1);
    int defined = 0;
    for (int unit = 0; unit < units; unit++) {
      multiplicity[unit] = 0;
      double value = statistic.of(multiplicity);
      if (!Double.isNaN(value)) {
        left[defined++] = value;
      }
      multiplicity[unit] = 1;
    }
    double mean = Arrays.stream(left, 0, defined).average().orElse(0);
    double squares = 0;
    double cubes = 0;
    for (int unit = 0; unit < defined; unit++) {
      double deviation = mean - left[unit];
      squares += deviation * deviation;
      cubes += deviation * deviation * deviation;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double adjusted(double bias, double acceleration, double tail) {
    double shifted = bias + tail;
    return NormalDistribution.cumulative(bias + shifted / (1 - acceleration * shifted));
  }
}
