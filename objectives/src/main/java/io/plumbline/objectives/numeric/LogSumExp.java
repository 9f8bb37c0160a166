package io.plumbline.objectives.numeric;

/** log Σ e^x, shifted by the largest term. */
public final class LogSumExp {
  private LogSumExp() {}

  /** Over {@code values[from, to)}, which is not empty. */
  public static double of(double[] values, int from, int to) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, values[i]);
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.exp(values[i] - largest);
    }
    return largest + Math.log(sum);
  }
}
