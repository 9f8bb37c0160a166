package io.plumbline.statistics.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Interval;
import io.plumbline.statistics.regression.SeparationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingModelsTest {

  @Test
  void fitsTiesByDavidsonsModel() {
    PairwiseResults results =
        new PairwiseResults(
            3,
            new int[] {0, 0, 1},
            new int[] {1, 2, 2},
            new double[] {6, 5, 3},
            new double[] {2, 4, 4},
            new double[] {2, 3, 1});

    TiedBradleyTerry.Fit fit = new TiedBradleyTerry(0, 0).fit(results);

    // scipy.optimize.minimize (BFGS) on the same likelihood.
    assertThat(fit.logStrengths())
        .containsExactly(new double[] {0, -0.88127341, -0.35061838}, within(1e-6));
    assertThat(fit.tieParameter()).isCloseTo(0.52374863, within(1e-6));
    assertThat(fit.logLikelihood()).isCloseTo(-30.569436491546213, within(1e-9));
  }

  @Test
  void fitsPartialRankingsByPlackettLuce() {
    List<int[]> rankings =
        List.of(
            new int[] {0, 1, 2, 3},
            new int[] {1, 0, 3, 2},
            new int[] {2, 0, 1},
            new int[] {3, 1, 0},
            new int[] {0, 2, 3, 1},
            new int[] {1, 3});

    // scipy.optimize.minimize (BFGS) on the same likelihood.
    assertThat(new PlackettLuce(0).fit(4, rankings))
        .containsExactly(
            new double[] {0.54661712, -0.00244651, -0.11628902, -0.42788159}, within(1e-6));
  }

  @Test
  void refusesRankingsThatNeverContradict() {
    List<int[]> rankings = List.of(new int[] {0, 1}, new int[] {0, 1});

    assertThatExceptionOfType(SeparationException.class)
        .isThrownBy(() -> new PlackettLuce(0).fit(2, rankings))
        .withMessageContaining("pseudoWins");
    assertThat(new PlackettLuce(0.5).fit(2, rankings)[0]).isPositive();
  }

  @Test
  void updatesEloByTheStepTimesTheSurprise() {
    OnlineElo elo = new OnlineElo(32, 1000);
    OnlineElo.Games games =
        new OnlineElo.Games(2, new int[] {0, 0}, new int[] {1, 1}, new double[] {1, 0});

    // Equal ratings: +16; then 1016 against 984 expects 0.5459 and loses 32 times that.
    assertThat(elo.rate(games, new int[] {0})).containsExactly(1016, 984);
    assertThat(elo.rate(games, new int[] {0, 1})[0])
        .isCloseTo(1016 - 32 / (1 + Math.pow(10, -32.0 / 400)), within(1e-12));
  }

  @Test
  void averagesEloOverOrders() {
    OnlineElo elo = new OnlineElo(32, 1000);
    OnlineElo.Games games =
        new OnlineElo.Games(2, new int[] {0, 0}, new int[] {1, 1}, new double[] {1, 0});

    // The two orders end at 998.53 and 1001.47: on average even.
    assertThat(elo.average(games, 4000, 1)[0]).isCloseTo(1000, within(0.1));
    Interval interval = elo.intervals(games, 10, new Bootstrap(200, 0.95, 1))[0];
    assertThat(interval.lower()).isLessThan(1000);
    assertThat(interval.upper()).isGreaterThan(1000);
  }

  @Test
  void reproducesGlickmansExample() {
    Glicko2.Rating player = new Glicko2.Rating(1500, 200, 0.06);

    Glicko2.Rating after =
        new Glicko2(0.5)
            .update(
                player,
                List.of(
                    new Glicko2.Game(new Glicko2.Rating(1400, 30, 0.06), 1),
                    new Glicko2.Game(new Glicko2.Rating(1550, 100, 0.06), 0),
                    new Glicko2.Game(new Glicko2.Rating(1700, 300, 0.06), 0)));

    // Glickman (2013): 1464.06, 151.52 and 0.05999.
    assertThat(after.rating()).isCloseTo(1464.06, within(0.01));
    assertThat(after.deviation()).isCloseTo(151.52, within(0.01));
    assertThat(after.volatility()).isCloseTo(0.05999, within(1e-5));
  }

  @Test
  void becomesLessSureWithoutGames() {
    Glicko2.Rating after = new Glicko2(0.5).update(new Glicko2.Rating(1500, 200, 0.06), List.of());

    // sqrt(200² + (173.7178 · 0.06)²)
    assertThat(after.deviation()).isCloseTo(200.2714, within(1e-4));
  }
}
