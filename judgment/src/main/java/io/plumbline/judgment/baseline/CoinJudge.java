package io.plumbline.judgment.baseline;

import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.statistics.random.RandomStream;

/**
 * Tosses a coin that depends on the seed and the comparison's id alone, so it falls alike again.
 */
public record CoinJudge(long seed) implements NullJudge {

  @Override
  public String name() {
    return "coin";
  }

  @Override
  public Winner judge(Comparison comparison) {
    double toss = RandomStream.of(seed, comparison.id().hashCode()).nextDouble();
    return toss < 0.5 ? Winner.FIRST : Winner.SECOND;
  }
}
