package io.plumbline.statistics.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingAccuracyTest {

  @Test
  void comparesThePolicyWithThePerfectlyOptimisedOne() {
    // Ideal margins by theorem 3.1: −1 + 10 log(.6/.4) = 3.05; −5 + 4.05 < 0; 2 + 4.05; a
    // preference
    // of one wins whatever the reference says.
    RankingAccuracy accuracy =
        RankingAccuracy.of(
            new double[] {-0.5, -4, 1, -2},
            new double[] {-1, -5, 2, -3},
            new double[] {0.6, 0.6, 0.6, 1},
            0.1);

    assertThat(accuracy.policy()).isEqualTo(0.25);
    assertThat(accuracy.reference()).isEqualTo(0.25);
    assertThat(accuracy.idealised()).isEqualTo(0.75);
    assertThat(accuracy.alignmentGap()).isEqualTo(0.5);
  }

  @Test
  void boundsTheLossThatARightRankingNeeds() {
    RankingAccuracy accuracy =
        RankingAccuracy.of(new double[] {1}, new double[] {-10}, new double[] {1}, 0.1);

    // Theorem 4.1: −log σ(β · 10) = log(1 + e^−1) for a reference that is wrong by ten nats.
    assertThat(accuracy.difficulties()[0]).isCloseTo(Math.log1p(Math.exp(-1)), within(1e-12));
  }

  @Test
  void refusesABetaThatIsNotPositive() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RankingAccuracy.of(new double[] {1}, new double[] {1}, new double[] {1}, 0))
        .withMessageContaining("beta is 0.0");
  }
}
