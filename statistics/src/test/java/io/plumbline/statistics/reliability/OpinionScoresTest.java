package io.plumbline.statistics.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OpinionScoresTest {

  @Test
  void averagesOpinionsAndCorrelatesPasses() {
    OpinionScores scores =
        OpinionScores.of(
            new double[][][] {
              {{1, 2, 3}, {1, 2, 3}},
              {{3, 2, Double.NaN}, {1, 2, 3}}
            });

    assertThat(scores.meanOpinions()).containsExactly(1.5, 2, 3);
    // Item 0: 1, 1, 3, 1; squares of deviations 3, over 3 · 4.
    assertThat(scores.standardErrors()[0]).isCloseTo(0.5, within(1e-12));
    assertThat(scores.selfConsistency()).containsExactly(1, -1);
    // Rater 0 means 1, 2, 3 against 2, 2, 3: ranks 1, 2, 3 and 1.5, 1.5, 3.
    assertThat(scores.reliability()[0]).isCloseTo(Math.sqrt(3) / 2, within(1e-12));
  }
}
