package io.plumbline.rewardmodels.relevance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Values by src/test/python/reference_values.py, at relevance 0.5. */
class RegularizedRelevanceTest {
  private static final String REPETITIVE = "Max didn't run. Max didn't run. Max didn't run.";

  @Test
  void multipliesRelevanceLengthAndRepetitionAsTheAuthorsDo() {
    // 18 tokens (Max didn ' t run . three times), 16 trigrams of which 6 are distinct
    RelevanceReward reward = RegularizedRelevance.published().score(0.5, REPETITIVE);

    assertThat(reward.length()).isEqualTo(0.18);
    assertThat(reward.repetition()).isEqualTo(0.375);
    assertThat(reward.reward()).isCloseTo(0.03375, within(1e-15));
  }

  @Test
  void countsTokensInAnyScript() {
    RelevanceReward reward = RegularizedRelevance.published().score(0.5, "Déjà vu… it's 3.14!");

    assertThat(reward.length()).isEqualTo(0.1);
    assertThat(reward.reward()).isCloseTo(0.05, within(1e-15));
  }

  @Test
  void findsNoRepetitionInATextTooShortForATrigram() {
    assertThat(RegularizedRelevance.published().score(0.5, "hi").reward()).isEqualTo(0.005);
    assertThat(RegularizedRelevance.published().score(0.5, "").reward()).isZero();
  }

  @Test
  void paysNothingForLengthBeyondTheCeiling() {
    // words w0 … w49 and w0 … w199: all trigrams distinct, 50 and 200 tokens
    RegularizedRelevance bounded = RegularizedRelevance.bounded();

    assertThat(bounded.score(0.5, words(25)).reward()).isEqualTo(0.25);
    assertThat(bounded.score(0.5, words(50)).reward()).isEqualTo(0.5);
    assertThat(bounded.score(0.5, words(200)).reward()).isEqualTo(0.5);
  }

  @Test
  void leavesANegativeRelevanceUnregularizedWhereBounded() {
    assertThat(RegularizedRelevance.bounded().score(-0.2, REPETITIVE).reward()).isEqualTo(-0.2);
    // −0.2 · 0.18 · 0.375
    assertThat(RegularizedRelevance.published().score(-0.2, REPETITIVE).reward())
        .isCloseTo(-0.0135, within(1e-15));
  }

  @Test
  void refusesARelevanceThatIsNotANumber() {
    assertThatThrownBy(() -> RegularizedRelevance.bounded().score(Double.NaN, "text"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("relevance is NaN");
  }

  private static String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < count; word++) {
      text.append('w').append(word).append(' ');
    }
    return text.toString();
  }
}
