package io.plumbline.judgment.baseline;

import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;

/** Always prefers the completion that it is shown first. */
public record PositionJudge() implements NullJudge {

  @Override
  public String name() {
    return "first";
  }

  @Override
  public Winner judge(Comparison comparison) {
    return Winner.FIRST;
  }
}
