package io.plumbline.statistics.leaderboard.arenahard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Bootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StyleControlTest {

  @Test
  void reachesTheOptimumThatScipyFinds() {
    int rows = 30;
    int[] first = new int[rows];
    int[] second = new int[rows];
    double[] features = new double[4 * rows];
    double[] wins = new double[rows];
    double[] losses = new double[rows];
    for (int row = 0; row < rows; row++) {
      first[row] = 1 + row % 2;
      wins[row] = (row * 5 % 4) / 3.0 * 2;
      losses[row] = 2 - wins[row];
      for (int style = 0; style < 4; style++) {
        features[4 * row + style] = ((row * 7 + style * 3) % 11) / 10.0 - 0.5;
      }
    }

    double[] coefficients =
        new StyledBradleyTerry(3, 4, first, second, features, 0, 0.1)
            .fit(wins, losses, new double[7]);

    // scipy.optimize.minimize (BFGS) on the same penalised likelihood.
    assertThat(coefficients)
        .containsExactly(
            new double[] {
              0, -0.80185658, 0.59732349, -0.33339528, 0.75401881, -0.15330159, 0.79099283
            },
            within(1e-6));
  }

  @Test
  void countsMarkdownOutsideOfCode() {
    AnswerStyle style =
        AnswerStyle.of(
            """
            # A

            1. one
            2. two
            - x
             * y
            **b** and __c__ ```
            # not
            - code
            ```
            ####### seven
            ## B
            """);

    // The peer's expressions in Python give 84, 2, 4 and 2.
    assertThat(style).isEqualTo(new AnswerStyle(84, 2, 4, 2));
  }

  @Test
  void takesAwayWhatStyleExplains() {
    // The longer answer always wins three battles of four, whoever wrote it.
    List<StyledBattles.Battle> battles = new ArrayList<>();
    for (int question = 0; question < 40; question++) {
      boolean longer = question % 4 != 0;
      AnswerStyle own = new AnswerStyle(longer ? 200 : 100, 0, 0, 0);
      AnswerStyle other = new AnswerStyle(longer ? 100 : 200, 0, 0, 0);
      for (int battle = 0; battle < 4; battle++) {
        double score = longer == (battle != 0) ? 1 : 0;
        battles.add(new StyledBattles.Battle("q" + question, "m", "base", score, own, other));
      }
    }

    ArenaHardEntry entry =
        new StyleControl(100, 0.9, 1, true)
            .fit(StyledBattles.of(battles, false), "base").entries().stream()
                .filter(row -> row.model().equals("m"))
                .findFirst()
                .orElseThrow();

    // Raw win rate 0.75 · 0.75 + 0.25 · 0.25 = 62.5 %; at equal style one half.
    assertThat(entry.score()).isCloseTo(50, within(0.01));
    assertThat(entry.battles()).isEqualTo(160);
  }

  @Test
  void namesTheNullJudgeThatDecidesAlike() {
    List<StyledBattles.Battle> battles = new ArrayList<>();
    for (int question = 0; question < 20; question++) {
      boolean longer = question % 4 != 0;
      battles.add(
          new StyledBattles.Battle(
              "q" + question,
              "m",
              "base",
              longer ? 1 : 0,
              new AnswerStyle(longer ? 200 : 100, 0, 0, 0),
              new AnswerStyle(150, 0, 0, 0)));
    }

    BattleNullJudges judges = BattleNullJudges.of(battles, new Bootstrap(100, 0.95, 1));

    assertThat(judges.rates().get("m"))
        .containsEntry("longer", 75.0)
        .containsEntry("shorter", 25.0);
    assertThat(judges.indistinguishable().get("m")).contains("longer").doesNotContain("shorter");
  }

  @Test
  void holdsOnlyTheGroupOfStylesThatIsAskedFor() {
    AnswerStyle plain = new AnswerStyle(10, 0, 0, 0);
    AnswerStyle marked = new AnswerStyle(30, 2, 1, 2);
    StyledBattles battles =
        StyledBattles.of(
            List.of(
                new StyledBattles.Battle("p", "m", "base", 1, plain, marked),
                new StyledBattles.Battle("q", "m", "base", 0, plain, marked),
                new StyledBattles.Battle("r", "m", "base", 0.5, marked, plain)),
            false);
    StyleControl control = new StyleControl(20, 0.9, 3, true);

    double[] length = control.fit(battles.holding(StyleGroup.LENGTH), "base").coefficients();
    double[] markdown = control.fit(battles.holding(StyleGroup.MARKDOWN), "base").coefficients();

    assertThat(Arrays.copyOfRange(length, 1, 4)).containsOnly(0);
    assertThat(markdown[0]).isZero();
  }

  @Test
  void givesTheSameIntervalsForTheSameSeed() {
    AnswerStyle shorter = new AnswerStyle(10, 1, 0, 2);
    AnswerStyle longer = new AnswerStyle(30, 0, 1, 0);
    StyledBattles battles =
        StyledBattles.of(
            List.of(
                new StyledBattles.Battle("p", "m", "base", 1, shorter, longer),
                new StyledBattles.Battle("q", "m", "base", 0, shorter, longer),
                new StyledBattles.Battle("r", "m", "base", 0.5, longer, shorter)),
            true);
    StyleControl control = new StyleControl(50, 0.9, 3, false);

    assertThat(control.fit(battles, "base").entries())
        .isEqualTo(control.fit(battles, "base").entries());
    assertThat(
            Arrays.stream(control.fit(battles, "base").coefficients()).allMatch(Double::isFinite))
        .isTrue();
  }

  @Test
  void namesAnUnknownBaseline() {
    AnswerStyle style = new AnswerStyle(10, 0, 0, 0);
    StyledBattles battles =
        StyledBattles.of(
            List.of(new StyledBattles.Battle("p", "m", "base", 1, style, style)), false);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StyleControl(10, 0.9, 1, true).fit(battles, "other"))
        .withMessageContaining("--baseline other");
  }
}
