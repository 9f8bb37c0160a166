package io.plumbline.judgment.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.statistics.interval.Clusters;
import io.plumbline.statistics.interval.Interval;
import org.junit.jupiter.api.Test;

class RewardJudgeTest {

  // σ((2 − 1)/0.5) = 1/(1 + e^−2) = 0.8807970779778823
  @Test
  void appliesTheLogisticFunctionToTheDifferenceOverTheTemperature() {
    Verdict verdict = judged(2, 1, 0.5);

    assertThat(verdict.probability().orElseThrow()).isCloseTo(0.8807970779778823, within(1e-15));
    assertThat(verdict.forward().rawText())
        .isEqualTo("rewards 2.0 and 1.0, temperature 0.5 (as asked for)");
  }

  @Test
  void callsEqualRewardsATie() {
    assertThat(judged(3, 3, 1).winner()).contains(Winner.TIE);
  }

  @Test
  void refusesWhatIsNoRewardOrNoTemperature() {
    assertThatThrownBy(() -> judged(Double.NaN, 1, 1)).hasMessageContaining("not finite");
    assertThatThrownBy(() -> judged(2, 1, 0)).hasMessage("temperature is 0.0, not above 0");
  }

  private static Verdict judged(double first, double second, double temperature) {
    return RewardJudge.judge(
        new RewardEvidence(
            first, second, new JudgeTemperature(temperature, JudgeTemperature.Source.REQUEST)));
  }

  // Three of four pairs right at |d| = 1: the maximum has σ(1/τ) = 3/4, so τ = 1/log 3. With 30 of
  // 40
  // in units of 0.01: residuals of 1/4 and 3/4 give Σ s² = 30/16 + 10 · 9/16 = 7.5, the information
  // is 40 · 3/16 = 7.5, so the error of 1/τ is √(7.5 · 40/39)/7.5 = 0.369800, times t(.975, 39) =
  // 2.022691: 1/τ = 1.098612 ± 0.747991, and τ = 0.01/1.098612, 0.01/1.846603 to 0.01/0.350621.
  @Test
  void fitsTheTemperatureByMaximumLikelihood() {
    assertThat(fit(3, 4, 1).estimate()).isCloseTo(1 / Math.log(3), within(1e-12));

    Interval fitted = fit(30, 40, 0.01);

    assertThat(fitted.estimate()).isCloseTo(0.01 / Math.log(3), within(1e-12));
    assertThat(fitted.lower()).isCloseTo(0.01 / 1.846603, within(1e-8));
    assertThat(fitted.upper()).isCloseTo(0.01 / 0.350621, within(1e-7));
  }

  // Each pair seen from its other side says the same.
  @Test
  void aPairFromItsOtherSideIsTheSamePair() {
    assertThat(
            RewardTemperature.fit(
                    new double[] {-1, 1, -1, -1},
                    new double[] {0, 1, 0, 1},
                    Clusters.independent(4),
                    0.95)
                .estimate())
        .isCloseTo(1 / Math.log(3), within(1e-12));
  }

  // 1/τ = 1.098612 ± 3.182446 · √(0.75 · 4/3)/0.75: its interval holds 0, so τ has no upper end.
  @Test
  void fewPairsBoundTheTemperatureFromBelowAlone() {
    Interval fitted = fit(3, 4, 1);

    assertThat(fitted.lower()).isCloseTo(1 / (1.098612 + 3.182446 / 0.75), within(1e-6));
    assertThat(fitted.upper()).isInfinite();
  }

  @Test
  void refusesToFitWhatThePairsDoNotDetermine() {
    assertThatThrownBy(() -> fit(4, 4, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("agree with every label");
    assertThatThrownBy(() -> fit(1, 4, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not agree with the labels on the whole");
    assertThatThrownBy(() -> fit(2, 4, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not finite");
  }

  private static Interval fit(int right, int pairs, double size) {
    double[] differences = new double[pairs];
    double[] labels = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      differences[pair] = pair < right ? size : -size;
      labels[pair] = 1;
    }
    return RewardTemperature.fit(differences, labels, Clusters.independent(pairs), 0.95);
  }
}
