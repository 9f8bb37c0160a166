package io.plumbline.judgment.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.verdict.BothOrders;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictSummaryTest {
  private static final Verdict WIN = agreed(Winner.FIRST);
  private static final Verdict LOSS = agreed(Winner.SECOND);
  private static final Verdict INCONSISTENT =
      BothOrders.combine(OrderVerdict.ok(Winner.FIRST, "A"), OrderVerdict.ok(Winner.SECOND, "A"));
  private static final Verdict REFUSED =
      Verdict.symmetric(OrderVerdict.none(VerdictState.REFUSED, "no", "declined"));

  // 3 wins of 4 that count; 1 inconsistent of 5 read in both orders.
  @Test
  void countsOnlyVerdictsThatAreOk() {
    VerdictSummary summary =
        VerdictSummary.of(clustered(WIN, WIN, WIN, LOSS, INCONSISTENT, REFUSED).toList(), 0.95);

    assertThat(summary.winRate().orElseThrow().rate()).isEqualTo(0.75);
    assertThat(summary.winRate().orElseThrow().comparisons()).isEqualTo(4);
    assertThat(summary.inconsistentShare().orElseThrow()).isEqualTo(0.2);
    assertThat(summary.states())
        .containsOnly(
            Map.entry(VerdictState.OK, 4L),
            Map.entry(VerdictState.INCONSISTENT, 1L),
            Map.entry(VerdictState.REFUSED, 1L));
  }

  // R: mean 0.75, sd(c(1,1,1,0))/sqrt(4) = 0.25, qt(.975, 3) = 3.182446 → 0.75 − 0.795612 < 0.
  // With 16 rows in 4 clusters of equal rows nothing may change.
  @Test
  void treatsRowsOfOneClusterAsOne() {
    WinRateEstimate one =
        WinRateEstimate.of(
                List.of(Winner.FIRST, Winner.FIRST, Winner.FIRST, Winner.SECOND),
                List.of("a", "b", "c", "d"),
                0.5)
            .orElseThrow();
    WinRateEstimate repeated =
        WinRateEstimate.of(
                Stream.of(Winner.FIRST, Winner.FIRST, Winner.FIRST, Winner.SECOND)
                    .flatMap(winner -> Stream.of(winner, winner, winner, winner))
                    .toList(),
                Stream.of("a", "b", "c", "d")
                    .flatMap(name -> Stream.of(name, name, name, name))
                    .toList(),
                0.5)
            .orElseThrow();

    // qt(.75, 3) = 0.7648923
    assertThat(one.interval().lower()).isCloseTo(0.75 - 0.7648923 * 0.25, within(1e-6));
    assertThat(repeated.interval().lower()).isCloseTo(one.interval().lower(), within(1e-12));
    assertThat(repeated.comparisons()).isEqualTo(16);
  }

  // binom.test(10, 10)$conf.int[1] = 0.6915029 = 0.025^(1/10)
  @Test
  void givesAnExactBoundWhenEveryComparisonIsWon() {
    WinRateEstimate estimate =
        WinRateEstimate.of(
                Collections.nCopies(10, Winner.FIRST),
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                0.95)
            .orElseThrow();

    assertThat(estimate.interval().lower()).isCloseTo(0.6915029, within(1e-7));
    assertThat(estimate.interval().upper()).isEqualTo(1);
  }

  @Test
  void hasNoWinRateWhenNothingCounts() {
    VerdictSummary summary = VerdictSummary.of(clustered(REFUSED).toList(), 0.95);

    assertThat(summary.winRate()).isEmpty();
    assertThat(summary.inconsistentShare()).isEmpty();
    assertThat(summary.meanProbability()).isEmpty();
  }

  private static Verdict agreed(Winner winner) {
    return BothOrders.combine(OrderVerdict.ok(winner, ""), OrderVerdict.ok(winner, ""));
  }

  private static Stream<ClusteredVerdict> clustered(Verdict... verdicts) {
    return IntStream.range(0, verdicts.length)
        .mapToObj(i -> ClusteredVerdict.of("prompt " + i, verdicts[i]));
  }
}
