package io.plumbline.statistics.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OffPolicyTest {

  @Test
  void estimatesAPolicysValueFromAnothersLog() {
    // Weights 2 and .5; rewards 1 and 2; predictions of the taken actions .5 and 1, of the value
    // .8.
    OffPolicyEstimates estimates =
        OffPolicyEstimates.of(
            new LoggedBandit(
                new double[] {1, 2},
                new double[] {0.4, 0.6},
                new double[] {0.8, 0.3},
                new double[] {0.5, 1},
                new double[] {0.8, 0.8}));

    assertThat(estimates.directMethod()).isCloseTo(0.8, within(1e-12));
    assertThat(estimates.importanceSampling()).isCloseTo((2 + 1) / 2.0, within(1e-12));
    assertThat(estimates.selfNormalised()).isCloseTo(3 / 2.5, within(1e-12));
    // .8 + (2 · .5 + .5 · 1) / 2
    assertThat(estimates.doublyRobust()).isCloseTo(1.55, within(1e-12));
    assertThat(estimates.effectiveRounds()).isCloseTo(6.25 / 4.25, within(1e-12));
  }

  @Test
  void dividesReturnByRisk() {
    // The estimator puts values 9 and 5 first: (9 − 4) / 2.
    SharpeRatio ratio = SharpeRatio.of(new double[] {2, 1, 3}, new double[] {5, 3, 9}, 4, 2);

    assertThat(ratio.ratio()).isCloseTo(2.5, within(1e-12));
    assertThat(ratio.best()).isEqualTo(9);
  }

  @Test
  void refusesAnActionThatCouldNotBeTaken() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LoggedBandit(
                    new double[1], new double[1], new double[1], new double[1], new double[1]))
        .withMessageContaining("loggingProbabilities[0]");
  }
}
