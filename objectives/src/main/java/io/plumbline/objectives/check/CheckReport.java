package io.plumbline.objectives.check;

import java.util.List;

/**
 * How far we are from a file of reference values.
 *
 * @param cases how many were read
 * @param maxAbsoluteError largest error of a loss
 * @param maxRelativeError the same over the expected value
 * @param maxAbsoluteGradientError largest error of a gradient's component
 * @param failures numbers beyond their tolerance; empty when all is well
 */
public record CheckReport(
    int cases,
    double maxAbsoluteError,
    double maxRelativeError,
    double maxAbsoluteGradientError,
    List<CheckFailure> failures) {
  public CheckReport {
    failures = List.copyOf(failures);
  }
}
