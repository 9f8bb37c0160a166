package io.plumbline.judgment.survey;

import io.plumbline.judgment.audit.Effect;
import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Interval;
import java.util.Arrays;
import java.util.Optional;

/** A persona's accuracy relative to the baseline's, in percent, with a bootstrap over questions. */
final class RelativeAccuracy {
  private static final int ROUNDS = 1000;
  private static final long SEED = 42;

  private RelativeAccuracy() {}

  /**
   * @param accuracies one row per question, one column per persona, the baseline first; NaN where
   *     undecided
   */
  static Effect of(String persona, double[][] accuracies, int column, double level) {
    double[][] known =
        Arrays.stream(accuracies)
            .filter(question -> !Double.isNaN(question[0] + question[column]))
            .toArray(double[][]::new);
    Optional<Interval> interval = Optional.empty();
    try {
      interval =
          known.length == 0
              ? Optional.empty()
              : Optional.of(
                  new Bootstrap(ROUNDS, level, SEED)
                      .percentile(known.length, times -> percent(known, column, times)));
    } catch (ArithmeticException undefined) {
      // Nothing is relative to a baseline that solves no question.
    }
    int counted = interval.isPresent() ? known.length : 0;
    return new Effect(
        "relative accuracy change in percent: " + persona,
        Effect.NO_MITIGATION,
        counted,
        accuracies.length - counted,
        interval);
  }

  static double percent(double[][] accuracies, int column, int[] times) {
    double baseline = 0;
    double own = 0;
    for (int item = 0; item < accuracies.length; item++) {
      baseline += times[item] * accuracies[item][0];
      own += times[item] * accuracies[item][column];
    }
    return baseline == 0 ? Double.NaN : 100 * (own - baseline) / baseline;
  }
}
