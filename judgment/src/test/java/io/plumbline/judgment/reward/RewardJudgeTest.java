package io.plumbline.judgment.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import org.junit.jupiter.api.Test;

class RewardJudgeTest {

  // σ((2 − 1)/0.5) = 1/(1 + e^−2) = 0.8807970779778823
  @Test
  void appliesTheLogisticFunctionToTheDifferenceOverTheTemperature() {
    assertThat(new RewardJudge(0.5).judge(2, 1).probability().orElseThrow())
        .isCloseTo(0.8807970779778823, within(1e-15));
  }

  @Test
  void callsEqualRewardsATie() {
    assertThat(new RewardJudge(1).judge(3, 3).winner()).contains(Winner.TIE);
  }

  @Test
  void failsOnARewardThatIsNoNumber() {
    assertThat(new RewardJudge(1).judge(Double.NaN, 1).state()).isEqualTo(VerdictState.FAILED);
  }

  // Three of four pairs right at |d| = 1: the maximum has σ(1/τ) = 3/4, so τ = 1/log 3.
  @Test
  void fitsTheTemperatureByMaximumLikelihood() {
    assertThat(RewardTemperature.fit(new double[] {1, 1, 1, -1}))
        .isCloseTo(1 / Math.log(3), within(1e-12));
  }

  @Test
  void refusesToFitWhatThePairsDoNotDetermine() {
    assertThatThrownBy(() -> RewardTemperature.fit(new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("agree with every label");
    assertThatThrownBy(() -> RewardTemperature.fit(new double[] {1, -2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("disagree");
  }
}
