package io.plumbline.judgment.verdict;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void isInconsistentWithoutAMajority() {
    assertThat(Jury.majority(List.of(FIRST, SECOND)).state()).isEqualTo(VerdictState.INCONSISTENT);
  }

  @Test
  void keepsTheStateWhenNobodyHasAVerdict() {
    assertThat(Jury.majority(List.of(FAILED, FAILED)).state()).isEqualTo(VerdictState.FAILED);
  }
}
