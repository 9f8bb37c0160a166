package io.plumbline.statistics.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Clusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfluenceTest {
  private static final double[][] DIFFERENCES = new double[24][2];
  private static final double[] PREFERENCES = new double[24];
  private static final List<String> PROMPTS = new ArrayList<>();

  static {
    for (int row = 0; row < 24; row++) {
      DIFFERENCES[row][0] = row % 5 - 2.0;
      DIFFERENCES[row][1] = ((row * 3) % 7) / 3.0 - 1;
      PREFERENCES[row] = (row * row + 2 * row) % 5 < 2 ? 1 : 0;
      PROMPTS.add("prompt" + row / 2);
    }
  }

  @Test
  void regressesPreferencesWithClusteredErrors() {
    ClusteredLogistic fit =
        ClusteredLogistic.of(DIFFERENCES, PREFERENCES, Clusters.of(PROMPTS), 0, 0.95);

    // The sandwich written out in numpy, with 12 / 11 and Student's t with 11 degrees of freedom.
    assertThat(fit.coefficients())
        .containsExactly(new double[] {-0.37264439, 0.13471126}, within(1e-6));
    assertThat(fit.standardErrors())
        .containsExactly(new double[] {0.24275695, 0.70144845}, within(1e-6));
    assertThat(fit.pValues()).containsExactly(new double[] {0.15301829, 0.85120453}, within(1e-6));
    assertThat(fit.intervals()[0].contains(0)).isTrue();
  }

  @Test
  void weighsPropertiesByScenario() {
    List<String> scenarios = new ArrayList<>();
    for (int row = 0; row < 24; row++) {
      scenarios.add(row < 12 ? "chat" : "code");
    }

    Map<String, ClusteredLogistic> weights =
        PropertyWeights.byScenario(scenarios, PROMPTS, DIFFERENCES, PREFERENCES, 1, 0.95);

    ClusteredLogistic chat =
        ClusteredLogistic.of(
            Arrays.copyOf(DIFFERENCES, 12),
            Arrays.copyOf(PREFERENCES, 12),
            Clusters.of(PROMPTS.subList(0, 12)),
            1,
            0.95);
    assertThat(weights).containsOnlyKeys("chat", "code");
    assertThat(weights.get("chat").coefficients()).isEqualTo(chat.coefficients());
  }

  @Test
  void refusesASingleCluster() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ClusteredLogistic.of(
                    new double[][] {{1}, {2}},
                    new double[] {0, 1},
                    Clusters.of(List.of("p", "p")),
                    1,
                    0.95))
        .withMessageContaining("two clusters");
  }

  @Test
  void countsConcordantMinusDiscordantPairs() {
    // Two more, one less, one equal: (2 − 1) / 4.
    assertThat(FactorInfluence.of(new double[] {3, 5, 1, 2}, new double[] {1, 2, 4, 2}))
        .isEqualTo(new FactorInfluence(0.25, 2, 1, 1));
  }

  @Test
  void correlatesPartsOfCompositionsAsTheirResidualsDo() {
    double[][] compositions = new double[12][4];
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 4; j++) {
        compositions[i][j] = (i * 7 + j * 5) % 11 + 1.0 + (i % 3) * j * 0.5;
      }
    }

    double[][] partial = CompositionalCorrelation.partial(compositions);

    // Correlations of the residuals of log-ratios, regressed in numpy on the other log-ratios.
    assertThat(partial[0][1]).isCloseTo(-0.0303140454, within(1e-9));
    assertThat(partial[0][2]).isCloseTo(0.6272107676, within(1e-9));
    assertThat(partial[1][3]).isCloseTo(0.7542216553, within(1e-9));
  }

  @Test
  void namesAPartThatIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CompositionalCorrelation.partial(
                    new double[][] {{1, 1, 1}, {1, 0, 1}, {1, 2, 1}, {1, 2, 3}}))
        .withMessageContaining("row 1 has the part 0.0");
  }
}
