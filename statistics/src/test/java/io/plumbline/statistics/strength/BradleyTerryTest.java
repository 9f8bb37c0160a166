package io.plumbline.statistics.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.regression.SeparationException;
import io.plumbline.statistics.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class BradleyTerryTest {
  private static final List<String> TEAMS =
      List.of("Baltimore", "Cleveland", "Boston", "New York", "Toronto", "Detroit", "Milwaukee");

  @Test
  void reproducesAgrestisBaseballAbilities() throws IOException {
    Strengths strengths = BradleyTerry.relativeTo(0).fit(baseball());

    // Agresti (2002), table 10.11, relative to Baltimore; four digits from BradleyTerry2.
    assertThat(strengths.logStrengths())
        .containsExactly(
            new double[] {0, 0.6839, 1.1077, 1.2476, 1.2945, 1.4364, 1.5814}, within(5e-5));
    assertThat(strengths.standardError(2)).isCloseTo(0.3339, within(5e-5));
    assertThat(strengths.standardError(0)).isZero();
    assertThat(strengths.winProbability(6, 0)).isCloseTo(0.8294, within(5e-5));
  }

  @Test
  void reproducesTheHomeAdvantage() throws IOException {
    Strengths strengths = new BradleyTerry(0, 0, true).fit(baseball());

    assertThat(strengths.firstAdvantage()).isCloseTo(0.3023, within(5e-5));
    assertThat(strengths.firstAdvantageStandardError()).isCloseTo(0.1309, within(5e-5));
    // Agresti (2002), section 10.6.3: strengths as shares.
    assertThat(strengths.shares())
        .containsExactly(
            new double[] {0.044, 0.088, 0.137, 0.157, 0.164, 0.190, 0.220}, within(6e-4));
  }

  @Test
  void reproducesStiglersCitations() {
    // Stigler (1994): cited journal beats citing journal; Biometrika, Comm. Stat., JASA, JRSS-B.
    PairwiseResults citations =
        PairwiseResults.withoutTies(
            4,
            new int[] {0, 0, 0, 1, 1, 2},
            new int[] {1, 2, 3, 2, 3, 3},
            new double[] {730, 498, 221, 68, 17, 142},
            new double[] {33, 320, 284, 813, 276, 325});

    Strengths strengths = BradleyTerry.relativeTo(0).fit(citations);

    assertThat(strengths.logStrengths())
        .containsExactly(new double[] {0, -2.9491, -0.4796, 0.2690}, within(5e-5));
    assertThat(strengths.standardError(1)).isCloseTo(0.1025, within(5e-5));
    assertThat(strengths.standardError(3)).isCloseTo(0.0708, within(5e-5));
  }

  @Test
  void countsATieAsHalfAWinOfBoth() {
    PairwiseResults tied =
        new PairwiseResults(
            2, new int[] {0}, new int[] {1}, new double[] {2}, new double[] {0}, new double[] {2});

    // 3 of 4 points: log(3).
    assertThat(BradleyTerry.relativeTo(1).fit(tied).logStrengths()[0])
        .isCloseTo(Math.log(3), within(1e-10));
  }

  @Test
  void refusesAnItemThatWinsEverything() {
    PairwiseResults unbeaten =
        PairwiseResults.withoutTies(
            2, new int[] {0}, new int[] {1}, new double[] {5}, new double[] {0});

    assertThatExceptionOfType(SeparationException.class)
        .isThrownBy(() -> BradleyTerry.relativeTo(1).fit(unbeaten))
        .withMessageContaining("set a ridge");
  }

  @Test
  void keepsAnItemThatWinsEverythingFiniteByTheRidge() {
    PairwiseResults unbeaten =
        PairwiseResults.withoutTies(
            2, new int[] {0}, new int[] {1}, new double[] {5}, new double[] {0});

    double difference = BradleyTerry.regularised(1).fit(unbeaten).logStrengths()[0];

    // s_0 = −s_1 = b solves 5 (1 − σ(2b)) = 0.1 b; 2b = 3.359275 by bisection.
    assertThat(difference).isCloseTo(3.359275, within(1e-4));
  }

  private static PairwiseResults baseball() throws IOException {
    List<String> lines =
        Files.readAllLines(SharedData.require("bradley_terry_classic/baseball.csv"));
    int cells = lines.size() - 1;
    int[] home = new int[cells];
    int[] away = new int[cells];
    double[] homeWins = new double[cells];
    double[] awayWins = new double[cells];
    for (int cell = 0; cell < cells; cell++) {
      String[] fields = lines.get(cell + 1).split(",");
      home[cell] = TEAMS.indexOf(fields[0]);
      away[cell] = TEAMS.indexOf(fields[1]);
      homeWins[cell] = Double.parseDouble(fields[2]);
      awayWins[cell] = Double.parseDouble(fields[3]);
    }
    return PairwiseResults.withoutTies(TEAMS.size(), home, away, homeWins, awayWins);
  }
}
