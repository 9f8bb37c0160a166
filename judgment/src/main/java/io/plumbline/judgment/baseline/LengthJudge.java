package io.plumbline.judgment.baseline;

import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;

/** Prefers the longer completion, or the shorter one, in code points; equal length is a tie. */
public record LengthJudge(boolean prefersLonger) implements NullJudge {

  @Override
  public String name() {
    return prefersLonger ? "longer" : "shorter";
  }

  @Override
  public Winner judge(Comparison comparison) {
    int order = Integer.compare(length(comparison.first()), length(comparison.second()));
    if (order == 0) {
      return Winner.TIE;
    }
    return order > 0 == prefersLonger ? Winner.FIRST : Winner.SECOND;
  }

  private static int length(Completion completion) {
    String text = completion.content().text();
    return text.codePointCount(0, text.length());
  }
}
