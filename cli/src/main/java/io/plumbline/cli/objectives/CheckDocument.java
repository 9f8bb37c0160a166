package io.plumbline.cli.objectives;

import io.plumbline.objectives.check.CheckFailure;
import io.plumbline.objectives.check.CheckReport;
import java.util.List;

/** A report of the check as JSON; a number that does not exist is null. */
record CheckDocument(
    int cases,
    Double maxAbsError,
    Double maxRelativeError,
    Double maxAbsGradientError,
    List<Failure> failures) {
  record Failure(
      int index, String name, String field, Double expected, Double actual, String message) {
    static Failure of(CheckFailure failure) {
      return new Failure(
          failure.index(),
          failure.name(),
          failure.field(),
          finite(failure.expected()),
          finite(failure.actual()),
          failure.message());
    }
  }

  static CheckDocument of(CheckReport report) {
    return new CheckDocument(
        report.cases(),
        finite(report.maxAbsoluteError()),
        finite(report.maxRelativeError()),
        finite(report.maxAbsoluteGradientError()),
        report.failures().stream().map(Failure::of).toList());
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
