package io.plumbline.objectives.reduction;

/** Sum over tokens: the log-probability of the completion. Zero for an empty one. */
public record Sum() implements TokenReduction {
  @Override
  public double weight(int position, int length, int sharedLength) {
    return 1;
  }

  @Override
  public boolean needsTokens() {
    return false;
  }

  @Override
  public double reduce(double[] values, int from, int length, int sharedLength) {
    double sum = 0;
    for (int t = from; t < from + length; t++) {
      sum += values[t];
    }
    return sum;
  }

  @Override
  public void addGradient(double slope, double[] gradient, int from, int length, int sharedLength) {
    for (int t = from; t < from + length; t++) {
      gradient[t] += slope;
    }
  }
}
