package io.plumbline.rewardmodels.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Values by NumPy and SciPy: src/test/python/reference_values.py. */
class PairEvaluationTest {
  private static final List<JudgedPair> PAIRS =
      DoubleStream.of(2.0, 1.0, -0.5, 3.0, -1.5, 0.2)
          .mapToObj(margin -> new JudgedPair(margin, 1))
          .toList();

  @Test
  void measuresAccuracyCalibrationAndLoss() {
    PairEvaluation evaluation = PairEvaluation.of(PAIRS, 1);

    assertThat(evaluation.accuracy()).isCloseTo(4 / 6.0, within(1e-15));
    assertThat(evaluation.expectedCalibrationError()).isCloseTo(0.347894030434744, within(1e-12));
    assertThat(evaluation.logLoss()).isCloseTo(0.6270676969465647, within(1e-12));
  }

  @Test
  void fitsTheTemperature() {
    TemperatureFit fit = TemperatureFit.of(PAIRS);

    assertThat(fit.temperature()).isCloseTo(1.6849378883001176, within(1e-6));
    assertThat(fit.logLoss()).isCloseTo(0.5973580908835827, within(1e-12));
  }

  @Test
  void countsATieOneHalfAndASoftLabelWithItsProbability() {
    List<JudgedPair> pairs = List.of(new JudgedPair(0, 1), new JudgedPair(-1, 0.75));

    // (0.5 + 0.25) / 2
    assertThat(PairEvaluation.of(pairs, 1).accuracy()).isEqualTo(0.375);
  }

  @Test
  void refusesAMarginThatIsNotANumber() {
    assertThatThrownBy(() -> new JudgedPair(Double.NaN, 1))
        .hasMessage("margin is NaN, must be finite");
  }
}
