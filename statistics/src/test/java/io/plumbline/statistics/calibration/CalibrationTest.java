package io.plumbline.statistics.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Interval;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final double[] PROBABILITIES = {0.1, 0.3, 0.35, 0.8, 0.95};
  private static final double[] OUTCOMES = {0, 0, 1, 1, 1};

  @Test
  void averagesSquaredErrors() {
    // (.01 + .09 + .4225 + .04 + .0025) / 5
    assertThat(Calibration.brier(PROBABILITIES, OUTCOMES)).isCloseTo(0.113, within(1e-12));
  }

  @Test
  void weighsTheBinsDistancesFromTheDiagonal() {
    // Bins (0, .5]: mean .25, frequency 1/3, three rows; (.5, 1]: mean .875, frequency 1, two rows.
    assertThat(new Calibration(2).expectedError(PROBABILITIES, OUTCOMES))
        .isCloseTo(3.0 / 5 * (1.0 / 3 - 0.25) + 2.0 / 5 * 0.125, within(1e-12));
    assertThat(new Calibration(2).curve(PROBABILITIES, OUTCOMES))
        .extracting(Calibration.Point::count)
        .containsExactly(3, 2);
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calibration.brier(new double[] {1.2}, new double[] {1}))
        .withMessageContaining("row 0");
  }

  @Test
  void findsTheTemperature() {
    double[] logOdds = {2, 1, -1.5, 0.5, 3, -2, 0.3, -1};
    double[] outcomes = {1, 0, 0, 1, 1, 0, 1, 1};

    // scipy.optimize.minimize_scalar on the same likelihood.
    assertThat(Temperature.fit(logOdds, outcomes)).isCloseTo(1.1280228834781587, within(1e-6));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Temperature.fit(new double[] {1, -1}, new double[] {1, 0}));
    assertThat(Temperature.fit(new double[] {1, -1}, new double[] {0, 1})).isInfinite();
  }

  @Test
  void poolsAdjacentViolators() {
    IsotonicRegression fit =
        IsotonicRegression.fit(
            new double[] {6, 1, 2, 3, 3, 4, 5}, new double[] {0.8, 0, 1, 0, 1, 0.5, 1});

    // sklearn.isotonic.IsotonicRegression
    assertThat(fit.values())
        .containsExactly(new double[] {0, 0.625, 0.625, 0.625, 0.9, 0.9}, within(1e-12));
    assertThat(fit.at(2.5)).isCloseTo(0.625, within(1e-12));
    assertThat(fit.at(4.5)).isCloseTo(0.7625, within(1e-12));
    assertThat(fit.at(99)).isCloseTo(0.9, within(1e-12));
  }

  @Test
  void correctsAJudgesRateByItsErrors() {
    // 30 % positive; sensitivity .9, specificity .85: (.3 + .85 − 1) / .75 = .2.
    Interval rate = new RoganGladen(300, 1000, 45, 50, 85, 100).rate(0.95);

    assertThat(rate.estimate()).isCloseTo(0.2, within(1e-12));
    // Rogan and Gladen's variance, evaluated in Python.
    assertThat(rate.lower()).isCloseTo(0.11340596084028096, within(1e-10));
    assertThat(rate.upper()).isCloseTo(0.2865940391597188, within(1e-10));
  }

  @Test
  void refusesAJudgeThatIsNoBetterThanChance() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> new RoganGladen(5, 10, 5, 10, 5, 10).rate(0.95))
        .withMessageContaining("no better than chance");
  }

  @Test
  void addsPredictionsToHumanLabels() {
    double[] labels = {1, 0, 1, 1, 0, 1, 0, 1};
    double[] paired = {0.9, 0.2, 0.7, 0.8, 0.4, 0.6, 0.3, 0.9};
    double[] more = {0.5, 0.6, 0.8, 0.1, 0.2, 0.9, 0.7, 0.3, 0.4, 0.65, 0.85, 0.95};

    // The definition evaluated in numpy, with weights 1, 0 and the best one, 1.051 cut to 1.
    Interval powered = PredictionPoweredMean.of(labels, paired, more, 0.95, 1).mean();
    assertThat(powered.estimate()).isCloseTo(0.6041666666666667, within(1e-12));
    assertThat(powered.lower()).isCloseTo(0.3468713153154312, within(1e-9));
    Interval classical = PredictionPoweredMean.of(labels, paired, more, 0.95, 0).mean();
    assertThat(classical.lower()).isCloseTo(0.2663633133457869, within(1e-9));
    assertThat(PredictionPoweredMean.of(labels, paired, more, 0.95).weight()).isEqualTo(1);
  }
}
