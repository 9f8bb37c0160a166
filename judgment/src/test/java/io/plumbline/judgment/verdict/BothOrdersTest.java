package io.plumbline.judgment.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BothOrdersTest {

  @Test
  void acceptsAWinnerThatBothOrdersName() {
    Verdict verdict =
        BothOrders.combine(
            OrderVerdict.ok(Winner.FIRST, "A"), OrderVerdict.ok(Winner.SECOND, "B").swapped());

    assertThat(verdict.state()).isEqualTo(VerdictState.OK);
    assertThat(verdict.winner()).contains(Winner.FIRST);
    assertThat(verdict.probability()).isEmpty();
  }

  // (0.9 + (1 − 0.3)) / 2 = 0.8
  @Test
  void averagesTheProbabilitiesOfBothOrders() {
    Verdict verdict =
        BothOrders.combine(
            OrderVerdict.ofProbability(0.9, "A"), OrderVerdict.ofProbability(0.3, "B").swapped());

    assertThat(verdict.winner()).contains(Winner.FIRST);
    assertThat(verdict.probability().orElseThrow()).isCloseTo(0.8, within(1e-12));
  }

  @Test
  void namesOrdersThatDisagreeInconsistentWithoutAWinner() {
    Verdict verdict =
        BothOrders.combine(
            OrderVerdict.ok(Winner.FIRST, "A"), OrderVerdict.ok(Winner.FIRST, "A").swapped());

    assertThat(verdict.state()).isEqualTo(VerdictState.INCONSISTENT);
    assertThat(verdict.winner()).isEmpty();
    assertThat(verdict.detail()).isEqualTo("first order: FIRST, second order: SECOND");
  }

  @Test
  void takesTheGraverStateAndSaysWhichOrder() {
    Verdict verdict =
        BothOrders.combine(
            OrderVerdict.none(VerdictState.UNPARSEABLE, "hm", "no letter"),
            OrderVerdict.none(VerdictState.FAILED, "", "timeout"));

    assertThat(verdict.state()).isEqualTo(VerdictState.FAILED);
    assertThat(verdict.detail()).isEqualTo("second order: timeout");
  }
}
