package io.plumbline.statistics.leaderboard.pairwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.leaderboard.arenahard.BattleReader;
import io.plumbline.statistics.leaderboard.arenahard.Battles;
import io.plumbline.statistics.strength.Glicko2;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PairwiseLeaderboardTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(60, 0.9, 3);

  /** Of 400 battles on 100 questions the first model wins three in four. */
  private static final Battles THREE_TO_ONE = battles(100, 3, 0, 1);

  @Test
  void ratesByTheLogOddsOfWinning() {
    List<PairwiseEntry> entries = entries(PairwiseMethod.BRADLEY_TERRY, THREE_TO_ONE);

    // 400 log10(3) = 190.85 apart, around 1000.
    assertThat(entries.get(0).model()).isEqualTo("x");
    assertThat(entries.get(0).rating()).isCloseTo(1000 + 190.8485 / 2, within(0.05));
    assertThat(entries.get(1).rating()).isCloseTo(1000 - 190.8485 / 2, within(0.05));
    assertThat(entries.get(0).winRate()).isEqualTo(75);
    // Every question says the same: questions resampled whole leave nothing to vary.
    assertThat(entries.get(0).upper() - entries.get(0).lower()).isCloseTo(0, within(1e-6));
    assertThat(entries(PairwiseMethod.PLACKETT_LUCE, THREE_TO_ONE).get(0).rating())
        .isEqualTo(entries.get(0).rating());
  }

  @Test
  void givesTiesTheirOwnProbability() {
    double withTies = entries(PairwiseMethod.DAVIDSON, battles(100, 3, 4, 1)).get(0).rating();

    // P(win) = 3/8, P(tie) = 4/8 and P(loss) = 1/8 are reached at odds of 3 to 1, whatever the
    // ties.
    assertThat(withTies).isCloseTo(1000 + 190.8485 / 2, within(0.1));
  }

  @Test
  void averagesEloOverOrders() {
    List<PairwiseEntry> entries = entries(PairwiseMethod.ELO, THREE_TO_ONE);

    // In the long run Elo hovers where its expectation is the share of wins.
    assertThat(entries.get(0).rating() - entries.get(1).rating()).isBetween(150.0, 195.0);
    assertThat(entries.get(0).rating() + entries.get(1).rating()).isCloseTo(2000, within(1e-6));
  }

  @Test
  void ratesOneQuestionAsOnePeriodOfGlicko() {
    double rating = entries(PairwiseMethod.GLICKO2, battles(1, 1, 0, 0)).get(0).rating();

    assertThat(rating)
        .isEqualTo(
            new Glicko2(0.5)
                .update(
                    Glicko2.Rating.INITIAL, List.of(new Glicko2.Game(Glicko2.Rating.INITIAL, 1)))
                .rating());
  }

  @ParameterizedTest
  @EnumSource(PairwiseMethod.class)
  void staysFiniteWhereAModelWinsEverything(PairwiseMethod method) {
    for (PairwiseEntry entry : entries(method, battles(3, 2, 0, 0))) {
      assertThat(entry.rating()).isFinite();
      assertThat(entry.lower()).isFinite();
      assertThat(entry.upper()).isFinite();
    }
  }

  @ParameterizedTest
  @EnumSource(PairwiseMethod.class)
  void putsAllOnOneLevelWhereAllAreTied(PairwiseMethod method) {
    List<PairwiseEntry> entries = entries(method, battles(5, 0, 2, 0));

    assertThat(entries.get(0).rating()).isCloseTo(entries.get(1).rating(), within(1e-6));
    assertThat(entries.get(0).winRate()).isEqualTo(50);
  }

  @ParameterizedTest
  @EnumSource(PairwiseMethod.class)
  void givesTheSameNumbersForTheSameSeed(PairwiseMethod method) {
    assertThat(entries(method, battles(7, 2, 1, 1)))
        .isEqualTo(entries(method, battles(7, 2, 1, 1)));
  }

  @Test
  void saysThatOneQuestionShowsNoSpread() {
    assertThat(entries(PairwiseMethod.BRADLEY_TERRY, battles(1, 1, 0, 1)).get(0).notes())
        .anyMatch(note -> note.contains("one question"));
  }

  private static List<PairwiseEntry> entries(PairwiseMethod method, Battles battles) {
    return new PairwiseLeaderboard(method, BOOTSTRAP).entries(battles);
  }

  private static Battles battles(int questions, int wins, int ties, int losses) {
    StringBuilder text = new StringBuilder("question_id,model_a,model_b,winner\n");
    for (int question = 0; question < questions; question++) {
      for (int battle = 0; battle < wins + ties + losses; battle++) {
        text.append("q%d,x,y,".formatted(question))
            .append(battle < wins ? "model_a\n" : battle < wins + ties ? "tie\n" : "model_b\n");
      }
    }
    try {
      return BattleReader.read(new BufferedReader(new StringReader(text.toString())), "f");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
