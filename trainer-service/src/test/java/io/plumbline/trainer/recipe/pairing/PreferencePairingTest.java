package io.plumbline.trainer.recipe.pairing;

import static io.plumbline.trainer.recipe.pairing.Scored.MODEL;
import static io.plumbline.trainer.recipe.pairing.Scored.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.plumbline.api.v1alpha1.PreferencePair;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferencePairingTest {

  @Test
  void pairsBestWithWorstAndSecondBestWithSecondWorst() {
    var result =
        new PreferencePairing(MODEL, 0, 9)
            .pair(
                List.of(
                    completion("p", "b", 3),
                    completion("p", "d", 0.5),
                    completion("p", "a", 5),
                    completion("p", "c", 1),
                    completion("p", "middle", 2)));

    // Ranked 5, 3, 2, 1, 0.5: 5 - 0.5 = 4.5 and 3 - 1 = 2; the one in the middle stays alone.
    assertThat(result.pairs())
        .extracting(
            PreferencePairingTest::chosen,
            PreferencePairingTest::rejected,
            PreferencePair::getMargin,
            PreferencePair::getId)
        .containsExactly(tuple("a", "d", 4.5, "p/1"), tuple("b", "c", 2.0, "p/2"));
    assertThat(result.pairs()).extracting(PreferencePair::getAnnotator).containsOnly(MODEL);
  }

  @Test
  void stopsAtTheSmallestMargin() {
    var completions =
        List.of(
            completion("p", "a", 5),
            completion("p", "b", 3),
            completion("p", "c", 1),
            completion("p", "d", 0.5));

    assertThat(new PreferencePairing(MODEL, 2, 9).pair(completions).pairs()).hasSize(2);
    assertThat(new PreferencePairing(MODEL, 2.1, 9).pair(completions).pairs()).hasSize(1);
    assertThat(new PreferencePairing(MODEL, 4.6, 9).pair(completions).pairs()).isEmpty();
  }

  @Test
  void takesNoMorePairsOfAPromptThanAsked() {
    var completions =
        List.of(
            completion("p", "a", 4),
            completion("p", "b", 3),
            completion("p", "c", 2),
            completion("p", "d", 1),
            completion("q", "e", 2),
            completion("q", "f", 1));

    assertThat(new PreferencePairing(MODEL, 0, 1).pair(completions).pairs())
        .extracting(PreferencePair::getId)
        .containsExactly("p/1", "q/1");
  }

  @Test
  void makesNoPreferenceOfEqualRewards() {
    var completions = List.of(completion("p", "a", 1), completion("p", "b", 1));

    assertThat(new PreferencePairing(MODEL, 0, 1).pair(completions).pairs()).isEmpty();
  }

  @Test
  void countsCompletionsWithoutAFiniteReward() {
    var result =
        new PreferencePairing(MODEL, 0, 1)
            .pair(
                List.of(
                    completion("p", "a", 1),
                    completion("p", "b"),
                    completion("p", "c", Double.NaN),
                    completion("p", "d", 0)));

    assertThat(result.withoutReward()).isEqualTo(2);
    assertThat(result.pairs()).hasSize(1);
    assertThat(result.prompts()).isEqualTo(1);
  }

  private static String chosen(PreferencePair pair) {
    return pair.getChosen(0).getText();
  }

  private static String rejected(PreferencePair pair) {
    return pair.getRejected(0).getText();
  }
}
