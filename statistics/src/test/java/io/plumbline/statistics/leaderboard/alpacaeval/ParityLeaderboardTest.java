package io.plumbline.statistics.leaderboard.alpacaeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParityLeaderboardTest {

  @Test
  void reproducesThePublishedLeaderboard() throws IOException {
    ParityLeaderboard leaderboard = new ParityLeaderboard(PublishedAlpacaEval.gamed());
    Map<String, Map<String, String>> published = PublishedAlpacaEval.leaderboard();
    List<Double> differences = new ArrayList<>();
    for (Path file : PublishedAlpacaEval.annotationFiles()) {
      AlpacaEvalEntry entry = leaderboard.entry(PublishedAlpacaEval.annotations(file));
      Map<String, String> row = published.get(entry.model());
      if (row == null) {
        continue;
      }
      assertPublished(entry.winRate(), row, "win_rate", 1e-6);
      assertPublished(entry.standardError(), row, "standard_error", 1e-6);
      assertPublished(entry.discreteWinRate(), row, "discrete_win_rate", 1e-6);
      assertPublished(entry.total(), row, "n_total", 0);
      if (entry.total() == 805) {
        // The published average also counts outputs whose judgments are missing from the file.
        assertPublished(entry.averageLength(), row, "avg_length", 0);
      }
      assertPublished(entry.lengthControlledWinRate(), row, "length_controlled_winrate", 0.15);
      differences.add(
          Math.abs(
              entry.lengthControlledWinRate()
                  - Double.parseDouble(row.get("length_controlled_winrate"))));
    }

    double[] sorted = differences.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    assertThat(sorted).hasSize(28);
    assertThat(sorted[14]).isLessThan(0.01);
  }

  private static void assertPublished(
      double actual, Map<String, String> row, String column, double tolerance) {
    assertThat(actual).as(column).isCloseTo(Double.parseDouble(row.get(column)), within(tolerance));
  }
}
