package io.plumbline.cli.measure;

import io.plumbline.statistics.calibration.Calibration;
import io.plumbline.statistics.calibration.IsotonicRegression;
import io.plumbline.statistics.calibration.Temperature;
import io.plumbline.statistics.regression.Logistic;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fits a temperature and a monotone curve to stated probabilities, on the data they are from. */
final class CalibrationFit {
  private CalibrationFit() {}

  static Map<String, Object> of(JudgeMeasures.Predictions input) {
    Calibration calibration = new Calibration(input.bins() == null ? 15 : input.bins());
    double[] stated = input.probabilities();
    double[] outcomes = input.outcomes();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("before", errors(calibration, stated, outcomes));
    double[] logOdds =
        Arrays.stream(stated)
            .map(p -> Math.max(1e-12, Math.min(1 - 1e-12, p)))
            .map(p -> Math.log(p / (1 - p)))
            .toArray();
    Map<String, Object> tempered = new LinkedHashMap<>();
    try {
      double temperature = Temperature.fit(logOdds, outcomes);
      tempered.put("temperature", temperature);
      tempered.putAll(
          errors(
              calibration,
              Arrays.stream(logOdds).map(x -> Logistic.probability(x / temperature)).toArray(),
              outcomes));
    } catch (ArithmeticException separated) {
      tempered.put("reason", separated.getMessage());
    }
    document.put("temperature", tempered);
    IsotonicRegression isotonic = IsotonicRegression.fit(stated, outcomes);
    Map<String, Object> monotone = new LinkedHashMap<>();
    monotone.put("probabilities", isotonic.scores());
    monotone.put("fitted", isotonic.values());
    monotone.putAll(
        errors(calibration, Arrays.stream(stated).map(isotonic::at).toArray(), outcomes));
    document.put("isotonic", monotone);
    return document;
  }

  private static Map<String, Object> errors(
      Calibration calibration, double[] probabilities, double[] outcomes) {
    Map<String, Object> errors = new LinkedHashMap<>();
    errors.put("expected_calibration_error", calibration.expectedError(probabilities, outcomes));
    errors.put("brier", Calibration.brier(probabilities, outcomes));
    return errors;
  }
}
