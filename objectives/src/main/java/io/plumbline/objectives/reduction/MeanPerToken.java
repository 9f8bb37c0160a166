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
}
