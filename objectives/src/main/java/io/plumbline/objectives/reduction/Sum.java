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
}
