package io.plumbline.judge.run.store;

import io.plumbline.judgment.baseline.NullJudge;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import java.util.List;

/** Null judges' winners as one character each, so that summaries need no texts. */
public final class NullWinners {
  private NullWinners() {}

  static String of(Comparison comparison, List<NullJudge> judges) {
    StringBuilder winners = new StringBuilder();
    for (NullJudge judge : judges) {
      winners.append(
          switch (judge.judge(comparison)) {
            case FIRST -> '1';
            case SECOND -> '2';
            case TIE -> '=';
          });
    }
    return winners.toString();
  }

  /** What the judge at a position said. */
  public static Winner at(String winners, int judge) {
    return switch (winners.charAt(judge)) {
      case '1' -> Winner.FIRST;
      case '2' -> Winner.SECOND;
      default -> Winner.TIE;
    };
  }
}
