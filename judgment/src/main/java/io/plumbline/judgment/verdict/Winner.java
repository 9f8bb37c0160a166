package io.plumbline.judgment.verdict;

/** Which of two completions is better. */
public enum Winner {
  FIRST,
  SECOND,
  TIE;

  /** The same judgment when the two completions change places. */
  public Winner swapped() {
    return switch (this) {
      case FIRST -> SECOND;
      case SECOND -> FIRST;
      case TIE -> TIE;
    };
  }

  /** What the first completion scores: 1 for a win, 0 for a loss, 0.5 for a tie. */
  public double score() {
    return switch (this) {
      case FIRST -> 1;
      case SECOND -> 0;
      case TIE -> 0.5;
    };
  }

  /**
   * The winner by a probability.
   *
   * @param probability that the first is better, in [0, 1]; exactly 0.5 is a tie
   */
  public static Winner ofProbability(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability is " + probability + ", not in [0, 1]");
    }
    if (probability == 0.5) {
      return TIE;
    }
    return probability > 0.5 ? FIRST : SECOND;
  }
}
