package io.plumbline.statistics.comparison;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Adjustments of p-values for the number of hypotheses that are tested together. */
public enum MultipleTesting {

  /**
   * Controls the chance of any false rejection. Source: Holm (1979), A simple sequentially
   * rejective multiple test procedure.
   */
  HOLM {
    @Override
    double[] adjustSorted(double[] sorted) {
      double[] adjusted = new double[sorted.length];
      double largest = 0;
      for (int rank = 0; rank < sorted.length; rank++) {
        largest = Math.max(largest, Math.min(1, sorted[rank] * (sorted.length - rank)));
        adjusted[rank] = largest;
      }
      return adjusted;
    }
  },

  /**
   * Controls the expected share of false rejections. Source: Benjamini and Hochberg (1995),
   * Controlling the false discovery rate.
   */
  BENJAMINI_HOCHBERG {
    @Override
    double[] adjustSorted(double[] sorted) {
      double[] adjusted = new double[sorted.length];
      double smallest = 1;
      for (int rank = sorted.length - 1; rank >= 0; rank--) {
        smallest = Math.min(smallest, sorted[rank] * sorted.length / (rank + 1));
        adjusted[rank] = smallest;
      }
      return adjusted;
    }
  };

  abstract double[] adjustSorted(double[] sorted);

  /**
   * Adjusted p-values, in the order given: reject where one is at most the wanted level.
   *
   * @throws IllegalArgumentException if a p-value is not in [0, 1]
   */
  public double[] adjust(double[] pValues) {
    for (double pValue : pValues) {
      if (!(pValue >= 0 && pValue <= 1)) {
        throw new IllegalArgumentException("p-value is " + pValue + ", must be in [0, 1]");
      }
    }
    int[] order =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(index -> pValues[index]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = new double[pValues.length];
    for (int rank = 0; rank < order.length; rank++) {
      sorted[rank] = pValues[order[rank]];
    }
    double[] adjustedSorted = adjustSorted(sorted);
    double[] adjusted = new double[pValues.length];
    for (int rank = 0; rank < order.length; rank++) {
      adjusted[order[rank]] = adjustedSorted[rank];
    }
    return adjusted;
  }
}
