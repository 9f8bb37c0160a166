package io.plumbline.rewardmodels.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.random.RandomStream;
import org.junit.jupiter.api.Test;

class SelectionTest {

  @Test
  void choosesTheFirstOfTheBest() {
    assertThat(BestOfN.choose(new double[] {0.1, 2, -1, 2})).isEqualTo(1);
  }

  @Test
  void boundsTheDivergenceOfBestOfN() {
    // log 4 − 3/4 = 1.386294361 − 0.75
    assertThat(BestOfN.divergenceBound(4)).isCloseTo(0.636294361, within(1e-9));
    assertThat(BestOfN.divergenceBound(1)).isZero();
  }

  @Test
  void refusesARewardThatIsNotANumber() {
    assertThatThrownBy(() -> BestOfN.choose(new double[] {1, Double.NaN}))
        .hasMessage("the reward of candidate 1 is NaN");
  }

  @Test
  void acceptsTheLesserCandidateWithTheProbabilityOfAlgorithmOne() {
    // Tried first, the lesser one is accepted with exp((0 − 1) / 2) = 0.60653; otherwise the better
    // is, surely. Four standard errors of 20,000 draws: 4 · √(0.607 · 0.393 / 20000) = 0.0138
    int lesser = 0;
    RandomStream random = new RandomStream(1);
    for (int draw = 0; draw < 20_000; draw++) {
      lesser += new RejectionSampling(2).choose(new double[] {0, 1}, 1, random).get(0) == 0 ? 1 : 0;
    }

    assertThat(lesser / 20_000.0).isCloseTo(0.60653, within(0.0138));
  }

  @Test
  void takesTheBestInOrderAtTemperaturesNearZero() {
    assertThat(
            new RejectionSampling(1e-9).choose(new double[] {1, 3, 2, 0}, 3, new RandomStream(5)))
        .containsExactly(1, 2, 0);
  }

  @Test
  void refusesMoreSamplesThanCandidates() {
    assertThatThrownBy(
            () -> new RejectionSampling(1).choose(new double[] {1}, 2, new RandomStream(1)))
        .hasMessage("samples is 2, not in [0, 1 candidates]");
  }
}
