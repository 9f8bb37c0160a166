package io.plumbline.judgment.audit;

import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.Winner;

/** A verdict as a number for the first completion. */
final class Scores {
  private Scores() {}

  /**
   * The probability where there is one; else 1, 0.5 or 0 by the winner, 0.5 for a judge that
   * contradicts itself; NaN in any other state, whatever a part of the judgment gave.
   */
  static double of(Verdict verdict) {
    return switch (verdict.state()) {
      case OK -> verdict.probability().orElse(verdict.winner().map(Winner::score).orElseThrow());
      case INCONSISTENT -> verdict.probability().orElse(0.5);
      default -> Double.NaN;
    };
  }

  /**
   * 1 where score and gold point to the same side, 0 where not; NaN where either points nowhere.
   */
  static double agreement(double score, double gold) {
    if (Double.isNaN(score) || Double.isNaN(gold) || gold == 0.5) {
      return Double.NaN;
    }
    return score == 0.5 ? 0 : score > 0.5 == gold > 0.5 ? 1 : 0;
  }
}
