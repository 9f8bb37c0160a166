package io.plumbline.judgment.selection;

import static io.plumbline.judgment.verdict.Winner.FIRST;
import static io.plumbline.judgment.verdict.Winner.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.verdict.Winner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementSelectionTest {
  private static final Map<String, Winner> LABELS =
      Map.of("1", FIRST, "2", FIRST, "3", SECOND, "4", SECOND);
  private static final Map<String, Winner> EXACT = LABELS;
  private static final Map<String, Winner> COIN =
      Map.of("1", FIRST, "2", SECOND, "3", SECOND, "4", FIRST);
  private static final Map<String, Winner> SHY = Map.of("1", FIRST, "2", FIRST, "3", SECOND);
  private static final Map<String, Map<String, Winner>> WAYS =
      Map.of("exact", EXACT, "coin", COIN, "shy", SHY);

  // coin: observed 2/4, by chance 1/2: 0. shy: observed 3/4, by chance 1/2·1/2 + 1/2·1/4 = 3/8:
  // (3/4 - 3/8) / (5/8) = 0.6.
  @Test
  void selectsByAgreementWithLabels() {
    List<Standing> standings = AgreementSelection.byLabels(WAYS, LABELS);

    assertThat(standings).extracting(Standing::name).containsExactly("exact", "shy", "coin");
    assertThat(standings.get(0).kappa()).isCloseTo(1, within(1e-12));
    assertThat(standings.get(1).kappa()).isCloseTo(0.6, within(1e-12));
    assertThat(standings.get(1).withoutVerdict()).isEqualTo(1);
    assertThat(standings.get(2).kappa()).isCloseTo(0, within(1e-12));
  }

  // exact-coin 0, exact-shy 0.6, coin-shy (1/2 - 3/8) / (5/8) = 0.2; so 0.3, 0.1 and 0.4.
  @Test
  void selectsByAgreementWithEachOther() {
    List<Standing> standings = AgreementSelection.byEachOther(WAYS);

    assertThat(standings).extracting(Standing::name).containsExactly("shy", "exact", "coin");
    assertThat(standings.get(0).kappa()).isCloseTo(0.4, within(1e-12));
    assertThat(standings.get(1).kappa()).isCloseTo(0.3, within(1e-12));
    assertThat(standings.get(2).kappa()).isCloseTo(0.1, within(1e-12));
  }

  // The fourth: exact says second, coin first, shy nothing.
  @Test
  void theJuryHasNoWinnerWithoutAMajority() {
    assertThat(AgreementSelection.jury(WAYS))
        .isEqualTo(Map.of("1", FIRST, "2", FIRST, "3", SECOND));
  }

  // One label only: chance agreement is complete, κ has no value.
  @Test
  void undefinedAgreementComesLast() {
    Map<String, Winner> one = Map.of("1", FIRST);

    List<Standing> standings =
        AgreementSelection.byLabels(Map.of("a", one, "b", Map.of("1", SECOND)), Map.of("1", FIRST));

    assertThat(standings).extracting(Standing::name).containsExactly("b", "a");
    assertThat(standings.get(1).kappa()).isNaN();
  }
}
