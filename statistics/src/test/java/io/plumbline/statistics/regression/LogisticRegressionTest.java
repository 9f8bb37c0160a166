package io.plumbline.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

  @Test
  void recoversTheLogOddsOfATwoByTwoTable() {
    // 3 of 10 without the factor, 7 of 10 with it.
    LogisticDesign design =
        new LogisticDesign(
            new double[][] {{1, 0}, {1, 1}}, new double[] {0.3, 0.7}, new double[] {10, 10});

    LogisticFit fit = new LogisticRegression(0).fit(design);

    assertThat(fit.coefficients()[0]).isCloseTo(Math.log(3.0 / 7), within(1e-10));
    assertThat(fit.coefficients()[1]).isCloseTo(2 * Math.log(7.0 / 3), within(1e-10));
    // Woolf's standard error of a log odds ratio: sqrt of the sum of inverse counts.
    assertThat(fit.standardError(1))
        .isCloseTo(Math.sqrt(1.0 / 3 + 1.0 / 7 + 1.0 / 3 + 1.0 / 7), within(1e-10));
  }

  @Test
  void refusesSeparatedOutcomesWithoutARidge() {
    LogisticDesign design =
        LogisticDesign.unweighted(new double[][] {{-1}, {-2}, {1}, {2}}, new double[] {0, 0, 1, 1});

    assertThatExceptionOfType(SeparationException.class)
        .isThrownBy(() -> new LogisticRegression(0).fit(design))
        .withMessageContaining("set a ridge");
  }

  @Test
  void shrinksSeparatedOutcomesByTheRidge() {
    LogisticDesign design = LogisticDesign.unweighted(new double[][] {{1}}, new double[] {1});

    double coefficient = new LogisticRegression(1).fit(design).coefficients()[0];

    // The optimum of log σ(b) − b²/2 solves 1 − σ(b) = b; b = 0.401058137541547 by bisection.
    assertThat(coefficient).isCloseTo(0.401058137541547, within(1e-9));
  }

  @Test
  void namesLinearlyDependentColumns() {
    LogisticDesign design =
        LogisticDesign.unweighted(new double[][] {{1, 2}, {1, 2}}, new double[] {0, 1});

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new LogisticRegression(0).fit(design))
        .withMessageContaining("linearly dependent");
  }

  @Test
  void refusesOutcomesThatAreNoProbability() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> LogisticDesign.unweighted(new double[][] {{1}}, new double[] {Double.NaN}))
        .withMessageContaining("outcome of row 0");
  }
}
