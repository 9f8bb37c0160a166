package io.plumbline.judgment.baseline;

import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import java.util.List;

/** A judge that looks at nothing that matters; a real judge must do better than it. */
public sealed interface NullJudge permits LengthJudge, CoinJudge {

  /** The name under which its score is reported. */
  String name();

  Winner judge(Comparison comparison);

  /**
   * All of them: longer, shorter, coin. One that prefers the first would contradict itself where
   * both orders are judged, and call the first system the winner everywhere else.
   */
  static List<NullJudge> all(long seed) {
    return List.of(new LengthJudge(true), new LengthJudge(false), new CoinJudge(seed));
  }
}
