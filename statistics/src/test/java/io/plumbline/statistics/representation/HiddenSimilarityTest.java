package io.plumbline.statistics.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HiddenSimilarityTest {

  @Test
  void subtractsTheChosenAnswersOwnNorm() {
    // Sums (3, 1) and (2, 2): 8 − 10 = −2; with 2 and 1 tokens 8/2 − 10/4 = 1.5.
    HiddenSimilarity similarity =
        HiddenSimilarity.of(new double[][] {{1, 0}, {2, 1}}, new double[][] {{2, 2}});

    assertThat(similarity.score()).isCloseTo(-2, within(1e-12));
    assertThat(similarity.normalised()).isCloseTo(1.5, within(1e-12));
  }
}
