package io.plumbline.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {

  // GPT-4's answers as kamruzzaman15/Identifying-Subtler-Biases-in-LLMs@c798be7 keeps them
  // (outputs/gpt_4_valid.csv, type1): how often which valence went with a negative and a positive
  // description. Expected: generate_reports.py's scipy.stats.kendalltau(x, y, variant='c'), 1.17.1.
  @Test
  void agreesWithTheAuthorsOfTheSubtlerBiases() {
    assertThat(stuart(new int[][] {{69, 97, 244}, {12, 90, 320}}))
        .isCloseTo(0.1922961353550296, within(1e-14));
    assertThat(stuart(new int[][] {{359, 113, 34}, {0, 110, 401}}))
        .isCloseTo(0.8702480641290781, within(1e-14));
    assertThat(stuart(new int[][] {{552, 70, 351}, {38, 54, 881}}))
        .isCloseTo(0.5733826681130503, within(1e-14));
  }

  // The same data by kendalltau's default, τ_b.
  @Test
  void keepsTheOtherCorrectionForTies() {
    List<double[]> columns = columns(new int[][] {{69, 97, 244}, {12, 90, 320}});

    assertThat(RankCorrelation.KENDALL.of(columns.get(0), columns.get(1)))
        .isCloseTo(0.19618429795603198, within(1e-14));
  }

  @Test
  void hasNoneWhereASideIsConstant() {
    assertThat(RankCorrelation.STUART.of(new double[] {1, 2}, new double[] {3, 3})).isNaN();
  }

  private static double stuart(int[][] counts) {
    List<double[]> columns = columns(counts);
    return RankCorrelation.STUART.of(columns.get(0), columns.get(1));
  }

  private static List<double[]> columns(int[][] counts) {
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < counts[row].length; column++) {
        for (int i = 0; i < counts[row][column]; i++) {
          first.add((double) row);
          second.add((double) column);
        }
      }
    }
    return List.of(
        first.stream().mapToDouble(Double::doubleValue).toArray(),
        second.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
