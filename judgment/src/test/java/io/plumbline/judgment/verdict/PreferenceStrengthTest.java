package io.plumbline.judgment.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PreferenceStrengthTest {

  // ln(0.8 / 0.2) = 1.386294 and ln(0.6 / 0.4) = 0.405465; their mean is 0.895880.
  @Test
  void isTheMeanLogOddsOfTheWinner() {
    assertThat(PreferenceStrength.of(verdict(Winner.FIRST, 0.8, 0.6)).getAsDouble())
        .isCloseTo(0.895880, within(1e-6));
    assertThat(PreferenceStrength.of(verdict(Winner.SECOND, 0.2, 0.4)).getAsDouble())
        .isCloseTo(0.895880, within(1e-6));
  }

  // Perplexities of the labels: 1 / 0.8 = 1.25 for the winner, 1 / 0.2 = 5 for the loser;
  // ln 5 - ln 1.25 = ln 4.
  @Test
  void isTheDifferenceOfTheLabelsLogPerplexities() {
    assertThat(PreferenceStrength.of(verdict(Winner.FIRST, 0.8, 0.8)).getAsDouble())
        .isCloseTo(Math.log(5) - Math.log(1.25), within(1e-12));
  }

  @Test
  void staysFiniteForAJudgeThatIsCertain() {
    assertThat(PreferenceStrength.of(verdict(Winner.FIRST, 1, 1)).getAsDouble())
        .isCloseTo(Math.log(1e12), within(1e-3));
  }

  @Test
  void isAbsentWithoutProbabilitiesOrAWinner() {
    OrderVerdict text = OrderVerdict.ok(Winner.FIRST, "A");

    assertThat(PreferenceStrength.of(Verdict.symmetric(text))).isEmpty();
    assertThat(PreferenceStrength.of(verdict(Winner.TIE, 0.5, 0.5))).isEmpty();
  }

  private static Verdict verdict(Winner winner, double forward, double reverse) {
    return new Verdict(
        VerdictState.OK,
        Optional.of(winner),
        OptionalDouble.of((forward + reverse) / 2),
        order(winner, forward),
        Optional.of(order(winner, reverse)),
        "");
  }

  private static OrderVerdict order(Winner winner, double probability) {
    return new OrderVerdict(
        VerdictState.OK, Optional.of(winner), OptionalDouble.of(probability), "", "");
  }
}
