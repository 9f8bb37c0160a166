package io.plumbline.statistics.leaderboard.arenahard;

/** How a battle ended. */
public enum Outcome {
  FIRST_WINS(1),
  SECOND_WINS(0),
  TIE(0.5);

  private final double firstScore;

  Outcome(double firstScore) {
    this.firstScore = firstScore;
  }

  /** The first model's score, in [0, 1]. */
  public double firstScore() {
    return firstScore;
  }

  /** The same outcome with the models exchanged. */
  Outcome reversed() {
    return this == TIE ? TIE : this == FIRST_WINS ? SECOND_WINS : FIRST_WINS;
  }

  /** The outcome of a {@code winner} field, or null if it is none of the field's words. */
  static Outcome of(String winner) {
    return switch (winner.strip()) {
      case "model_a" -> FIRST_WINS;
      case "model_b" -> SECOND_WINS;
      case "tie", "tie (bothbad)" -> TIE;
      default -> null;
    };
  }
}
