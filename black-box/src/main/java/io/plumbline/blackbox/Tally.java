package io.plumbline.blackbox;

import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Counts tests as they end and prints those that failed. */
final class Tally implements TestExecutionListener {
  private int ran;
  private int failed;
  private int skipped;

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.isTest()) {
      ran++;
    }
    switch (result.getStatus()) {
      case SUCCESSFUL -> {}
      // An assumption that does not hold skips without saying so.
      case ABORTED -> skipped++;
      case FAILED -> {
        failed++;
        System.out.printf("FAILED %s %s%n", test.getLegacyReportingName(), test.getUniqueId());
        result.getThrowable().ifPresent(failure -> failure.printStackTrace(System.out));
      }
    }
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    skipped++;
    System.out.printf("SKIPPED %s: %s%n", test.getLegacyReportingName(), reason);
  }

  boolean isGood() {
    return ran > 0 && failed == 0 && skipped == 0;
  }

  String line(Service service) {
    var calls = Doors.of(service).calls();
    return "%s-service: %d ran, %d failed, %d skipped; %d gRPC methods and %d REST requests"
        .formatted(
            service.shortName(), ran, failed, skipped, calls.grpc().size(), calls.rest().size());
  }
}
