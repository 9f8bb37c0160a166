package io.plumbline.judgment.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.verdict.BothOrders;
import io.plumbline.judgment.verdict.OrderVerdict;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {
  private static final Comparison COMPARISON =
      new Comparison(
          "1", "p", new PlainText("Why?"), Completion.text("Because."), Completion.text("No."));

  @Test
  void addsABaitAndANeutralSentenceOfTheSameLength() {
    for (Probe probe : Probes.all()) {
      String treated = probe.treated(COMPARISON).first().content().text();
      String control = probe.control(COMPARISON).first().content().text();

      assertThat(treated).as(probe.name()).contains("Because.").isNotEqualTo(control);
      if (probe instanceof SentenceProbe) {
        assertThat(control).as(probe.name()).hasSameSizeAs(treated);
      }
      assertThat(probe.treated(COMPARISON).second()).isEqualTo(COMPARISON.second());
    }
  }

  // Differences 0.5, 0.1, 0.3: mean 0.3, sd 0.2, standard error 0.2/√3, t(.975, 2) = 4.302653.
  @Test
  void measuresWhatTheBaitDoesBeyondTheControl() {
    ProbeEffect effect =
        ProbeEffect.of(
            "injection",
            List.of(
                new ProbeEffect.ScoredPair("a", 0.9, 0.4),
                new ProbeEffect.ScoredPair("b", 0.5, 0.4),
                new ProbeEffect.ScoredPair("c", 0.6, 0.3),
                new ProbeEffect.ScoredPair("d", Double.NaN, 0.3)),
            0.95);

    assertThat(effect.pairs()).isEqualTo(3);
    assertThat(effect.undecided()).isEqualTo(1);
    assertThat(effect.interval().estimate()).isCloseTo(0.3, within(1e-12));
    assertThat(effect.interval().lower())
        .isCloseTo(0.3 - 4.302653 * 0.2 / Math.sqrt(3), within(1e-6));
  }

  @Test
  void refusesAnEffectOfNothing() {
    assertThatThrownBy(() -> ProbeEffect.of("injection", List.of(), 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no pair has a verdict with and without the bait");
  }

  // Judge (0.9 + 0.7)/2 = 0.8, gold (0.5 + 0.7)/2 = 0.6: DBG 0.2.
  @Test
  void measuresSelfPreferenceAgainstGold() {
    SelfPreference preference =
        SelfPreference.of(
            List.of(
                new SelfPreference.Answer("a", 0.9, 0.5), new SelfPreference.Answer("b", 0.7, 0.7)),
            0.95);

    assertThat(preference.judgeMean()).isCloseTo(0.8, within(1e-12));
    assertThat(preference.goldMean()).isCloseTo(0.6, within(1e-12));
    assertThat(preference.interval().estimate()).isCloseTo(0.2, within(1e-12));
  }

  // Always the first shown: 1 − 0.5. Never swayed: 0. Mean 0.25.
  @Test
  void measuresThePreferenceForTheFirstPosition() {
    Verdict positional =
        BothOrders.combine(OrderVerdict.ok(Winner.FIRST, ""), OrderVerdict.ok(Winner.SECOND, ""));
    Verdict steady =
        BothOrders.combine(OrderVerdict.ok(Winner.FIRST, ""), OrderVerdict.ok(Winner.FIRST, ""));

    assertThat(
            PositionPreference.of(List.of(positional, steady), List.of("a", "b"), 0.95)
                .orElseThrow()
                .interval()
                .estimate())
        .isCloseTo(0.25, within(1e-12));
  }
}
