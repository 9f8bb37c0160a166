package io.plumbline.objectives.score;

/** Whether a completion's score is divided by its length after the transform. */
public enum ScoreScale {
  /** The score as it is. */
  NONE,
  /** The score divided by the number of tokens; an empty completion has none and is refused. */
  PER_TOKEN,
  /** The same, but an empty completion divides by one, as in TRL. */
  PER_TOKEN_OR_ONE;

  /** Whether a completion without tokens has no score. */
  boolean needsTokens() {
    return this == PER_TOKEN;
  }

  /** What a score of a completion of {@code length} tokens is multiplied with. */
  public double factor(int length) {
    return this == NONE ? 1 : 1.0 / Math.max(length, 1);
  }
}
