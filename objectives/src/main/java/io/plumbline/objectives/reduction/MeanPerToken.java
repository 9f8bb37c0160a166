package io.plumbline.objectives.reduction;

/** Mean over tokens; an empty completion has none and is refused. */
public record MeanPerToken() implements TokenReduction {
  @Override
  public double weight(int position, int length, int sharedLength) {
    return 1.0 / length;
  }

  @Override
  public boolean needsTokens() {
    return true;
  }

  @Override
  public double reduce(double[] values, int from, int length, int sharedLength) {
    return new Sum().reduce(values, from, length, sharedLength) / length;
  }

  @Override
  public void addGradient(double slope, double[] gradient, int from, int length, int sharedLength) {
    new Sum().addGradient(slope / length, gradient, from, length, sharedLength);
  }
}
