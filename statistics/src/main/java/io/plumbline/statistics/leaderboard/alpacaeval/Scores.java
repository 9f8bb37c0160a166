package io.plumbline.statistics.leaderboard.alpacaeval;

import java.util.Arrays;
import java.util.List;

/** Summaries of a model's scores in [0, 1]. */
record Scores(double[] values) {

  static Scores of(List<Annotation> annotations) {
    return new Scores(annotations.stream().mapToDouble(Annotation::score).toArray());
  }

  double mean() {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }

  /** Standard error of the mean of independent rows; NaN with fewer than two. */
  double standardError() {
    return standardDeviation(values) / Math.sqrt(values.length);
  }

  /** The mean with every score rounded to a win, a draw (exactly one half) or a loss. */
  double discreteMean() {
    return Arrays.stream(values)
        .map(score -> score == 0.5 ? 0.5 : Math.rint(score))
        .average()
        .orElse(Double.NaN);
  }

  /** With n − 1 in the denominator; NaN with fewer than two values. */
  static double standardDeviation(double[] values) {
    if (values.length < 2) {
      return Double.NaN;
    }
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }

  /** First minus second lengths in standard deviations of that difference. */
  static double[] standardLengthDifferences(List<Annotation> annotations) {
    double[] differences =
        annotations.stream()
            .mapToDouble(annotation -> annotation.firstLength() - annotation.secondLength())
            .toArray();
    double deviation = standardDeviation(differences);
    return Arrays.stream(differences)
        .map(difference -> difference == 0 ? 0 : difference / deviation)
        .toArray();
  }

  static int averageSecondLength(List<Annotation> annotations) {
    return (int)
        annotations.stream()
            .filter(annotation -> annotation.secondLength() >= 0)
            .mapToInt(Annotation::secondLength)
            .average()
            .orElse(0);
  }
}
