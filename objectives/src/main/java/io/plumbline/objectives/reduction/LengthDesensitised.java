package io.plumbline.objectives.reduction;

/**
 * Sum over tokens in which those beyond the shorter completion's length count {@code tailWeight}
 * (LD-DPO, arXiv:2409.06411; METHODS has no number for it).
 *
 * @param tailWeight the paper's α in [0, 1]: 1 is the plain sum, 0 drops the excess tokens
 */
public record LengthDesensitised(double tailWeight) implements TokenReduction {
  public LengthDesensitised {
    if (!(tailWeight >= 0 && tailWeight <= 1)) {
      throw new IllegalArgumentException("ld_alpha: %s is outside [0, 1]".formatted(tailWeight));
    }
  }

  @Override
  public double weight(int position, int length, int sharedLength) {
    return position < sharedLength ? 1 : tailWeight;
  }

  @Override
  public boolean needsTokens() {
    return false;
  }
}
