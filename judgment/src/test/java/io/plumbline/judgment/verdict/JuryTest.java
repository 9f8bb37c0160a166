package io.plumbline.judgment.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class JuryTest {
  private static final Verdict FIRST = Verdict.symmetric(OrderVerdict.ok(Winner.FIRST, ""));
  private static final Verdict SECOND = Verdict.symmetric(OrderVerdict.ok(Winner.SECOND, ""));
  private static final Verdict FAILED =
      Verdict.symmetric(OrderVerdict.none(VerdictState.FAILED, "", "gone"));

  @Test
  void followsTheMajorityOfThoseWhoHaveAVerdict() {
    assertThat(Jury.majority(List.of(FIRST, SECOND, FIRST)).winner()).contains(Winner.FIRST);
    assertThat(Jury.majority(List.of(FAILED, SECOND)).winner()).contains(Winner.SECOND);
  }

  // (0.9 + 0.7) / 2: the one without a verdict does not count.
  @Test
  void takesTheProbabilityOfThoseWhoHaveAVerdict() {
    Verdict sure = Verdict.symmetric(OrderVerdict.ofProbability(0.9, "A"));
    Verdict less = Verdict.symmetric(OrderVerdict.ofProbability(0.7, "A"));
    Verdict torn =
        BothOrders.combine(
            OrderVerdict.ofProbability(0.2, "B"), OrderVerdict.ofProbability(0.6, "A"));

    Verdict majority = Jury.ofJurors(List.of("x", "y", "z"), List.of(torn, sure, less));

    assertThat(majority.probability().getAsDouble()).isCloseTo(0.8, within(1e-12));
    assertThat(majority.forward()).isEqualTo(sure.forward());
    assertThat(majority.said())
        .extracting(entry -> entry.juror() + " " + entry.text())
        .containsExactly("x B", "x A", "y A", "z A");
  }

  @Test
  void isInconsistentWithoutAMajority() {
    assertThat(Jury.majority(List.of(FIRST, SECOND)).state()).isEqualTo(VerdictState.INCONSISTENT);
  }

  @Test
  void keepsTheStateWhenNobodyHasAVerdict() {
    assertThat(Jury.majority(List.of(FAILED, FAILED)).state()).isEqualTo(VerdictState.FAILED);
  }
}
