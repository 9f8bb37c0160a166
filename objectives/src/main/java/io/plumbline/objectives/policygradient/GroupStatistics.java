package io.plumbline.objectives.policygradient;

/**
 * Mean and standard deviation of the rewards of one group.
 *
 * @param mean arithmetic mean
 * @param deviation standard deviation with Bessel's correction; zero for a single reward
 */
record GroupStatistics(double mean, double deviation) {
  static GroupStatistics of(double[] values, int from, int to) {
    int count = to - from;
    double mean = 0;
    for (int i = from; i < to; i++) {
      mean += values[i] / count;
    }
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return new GroupStatistics(mean, count > 1 ? Math.sqrt(squares / (count - 1)) : 0);
  }
}
