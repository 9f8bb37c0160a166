package io.plumbline.statistics.strength;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A season of college ice hockey: 1,083 games of 58 teams, 125 of them draws. */
class IceHockeyTest {

  /** Expected values: statsmodels 0.13.5, GLM with binomial family, Air Force at zero. */
  @Test
  void rankTheTeamsOfASeason() throws IOException {
    Season season = Season.read(false);

    Strengths strengths = BradleyTerry.relativeTo(0).fit(season.results());

    assertThat(season.teams()).hasSize(58);
    assertThat(season.games()).isEqualTo(1083);
    int denver = season.teams().indexOf("Denver");
    assertThat(strengths.logStrengths()[denver]).isCloseTo(3.031744860537353, within(1e-7));
    assertThat(strengths.standardError(denver)).isCloseTo(0.6534337665686021, within(1e-6));
    assertThat(strengths.logStrengths()[season.teams().indexOf("Alaska Anchorage")])
        .isCloseTo(1.4135091505053323, within(1e-7));
    assertThat(strengths.logStrengths()[season.teams().indexOf("American Int'l")])
        .isCloseTo(-1.5181027771878988, within(1e-7));
  }

  @Test
  void fitTheAdvantageOfHomeIce() throws IOException {
    Season season = Season.read(true);

    Strengths strengths = new BradleyTerry(0, 0, true).fit(season.results());

    assertThat(season.games()).isEqualTo(1014);
    assertThat(strengths.firstAdvantage()).isCloseTo(0.40445674282520566, within(1e-7));
    assertThat(strengths.firstAdvantageStandardError())
        .isCloseTo(0.07141807928878523, within(1e-6));
    assertThat(strengths.logStrengths()[season.teams().indexOf("Miami")])
        .isCloseTo(2.8917109705006667, within(1e-7));
  }

  /** Games with the team at home first. */
  private record Season(List<String> teams, int games, PairwiseResults results) {

    static Season read(boolean homeIceOnly) throws IOException {
      List<String> lines =
          Files.readAllLines(SharedData.require("bradley_terry_classic/icehockey.csv"));
      TreeSet<String> names = new TreeSet<>();
      List<String[]> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split(",");
        names.add(fields[1]);
        names.add(fields[3]);
        if (!homeIceOnly || fields[7].equals("TRUE")) {
          rows.add(fields);
        }
      }
      List<String> teams = List.copyOf(names);
      int[] home = new int[rows.size()];
      int[] visitor = new int[rows.size()];
      double[] homeWins = new double[rows.size()];
      double[] visitorWins = new double[rows.size()];
      double[] ties = new double[rows.size()];
      for (int game = 0; game < home.length; game++) {
        String[] fields = rows.get(game);
        visitor[game] = teams.indexOf(fields[1]);
        home[game] = teams.indexOf(fields[3]);
        double result = Double.parseDouble(fields[6]);
        visitorWins[game] = result == 1 ? 1 : 0;
        homeWins[game] = result == 0 ? 1 : 0;
        ties[game] = result == 0.5 ? 1 : 0;
      }
      return new Season(
          teams,
          home.length,
          new PairwiseResults(teams.size(), home, visitor, homeWins, visitorWins, ties));
    }
  }
}
