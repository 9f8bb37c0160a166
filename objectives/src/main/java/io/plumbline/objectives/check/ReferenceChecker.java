package io.plumbline.objectives.check;

import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Evaluates reference cases one after the other and keeps the largest errors. Not thread-safe. */
public final class ReferenceChecker {
  private static final double SMALLEST = 1e-12;

  /** Below, a derivative of saturated logistic functions holds no correct digit in double. */
  private static final double ROUNDING = 1e-15;

  private final List<CheckFailure> failures = new ArrayList<>();
  private int cases;
  private double absolute;
  private double relative;
  private double gradient;

  /** Reads and checks {@code trees}: the elements of a case file's {@code cases}, parsed. */
  public static CheckReport check(List<Map<String, Object>> trees, ReferenceCaseReader reader) {
    ReferenceChecker checker = new ReferenceChecker();
    for (Map<String, Object> tree : trees) {
      try {
        checker.check(reader.read(tree));
      } catch (IllegalArgumentException e) {
        checker.refuse(String.valueOf(tree.get("source")), e.getMessage());
      }
    }
    return checker.report();
  }

  /** Evaluates one case. */
  public void check(ReferenceCase reference) {
    Evaluation evaluation;
    try {
      evaluation = reference.objective().evaluate(reference.batch(), reference.state());
    } catch (IllegalArgumentException e) {
      refuse(reference.name(), e.getMessage());
      return;
    }
    reference.losses().forEach((field, expected) -> loss(reference, field, expected, evaluation));
    reference.gradients().forEach((channel, g) -> gradient(reference, channel, g, evaluation));
    Map<String, Double> metrics = evaluation.metrics().means();
    reference
        .metrics()
        .forEach(
            (field, expected) ->
                metric(reference, field, expected, metrics.getOrDefault(field, Double.NaN)));
    reference
        .nextState()
        .forEach(
            (field, expected) ->
                metric(reference, field, expected, evaluation.state().get(field, Double.NaN)));
    cases++;
  }

  /** What was found so far. */
  public CheckReport report() {
    return new CheckReport(cases, absolute, relative, gradient, failures);
  }

  private void refuse(String name, String message) {
    failures.add(new CheckFailure(cases++, name, "case", Double.NaN, Double.NaN, message));
  }

  private void loss(ReferenceCase reference, String field, double expected, Evaluation evaluation) {
    double actual = field.equals("loss") ? evaluation.loss() : exampleLoss(field, evaluation);
    double error = Math.abs(actual - expected);
    double relativeError = error / (expected == 0 ? 1 : Math.max(Math.abs(expected), SMALLEST));
    // A NaN must not hide behind a comparison, so the test is for being within, not for exceeding.
    if (!(relativeError <= reference.precision().loss())) {
      fail(reference, field, expected, actual);
    }
    absolute = Math.max(absolute, error);
    relative = Math.max(relative, relativeError);
  }

  private static double exampleLoss(String field, Evaluation evaluation) {
    int example = Integer.parseInt(field.substring("losses[".length(), field.length() - 1));
    return evaluation.losses()[example];
  }

  private void gradient(
      ReferenceCase reference, Channel channel, double[] expected, Evaluation evaluation) {
    double[] actual = evaluation.gradient(channel);
    if (actual.length != expected.length) {
      fail(reference, "gradient of " + channel + " (length)", expected.length, actual.length);
      return;
    }
    double scale = 0;
    for (double value : expected) {
      scale = Math.max(scale, Math.abs(value));
    }
    double tolerance = Math.max(ROUNDING, reference.precision().gradient() * scale);
    for (int i = 0; i < expected.length; i++) {
      double error = Math.abs(actual[i] - expected[i]);
      if (!(error <= tolerance)) {
        fail(reference, "gradient of %s[%d]".formatted(channel, i), expected[i], actual[i]);
      }
      gradient = Math.max(gradient, error);
    }
  }

  private void metric(ReferenceCase reference, String field, double expected, double actual) {
    double tolerance = reference.precision().metric(field) * Math.max(1, Math.abs(expected));
    if (!(Math.abs(actual - expected) <= tolerance)) {
      fail(reference, field, expected, actual);
    }
  }

  private void fail(ReferenceCase reference, String field, double expected, double actual) {
    String message = "expected %s, got %s".formatted(expected, actual);
    failures.add(new CheckFailure(cases, reference.name(), field, expected, actual, message));
  }
}
