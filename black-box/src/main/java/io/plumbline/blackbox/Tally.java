package io.plumbline.blackbox;

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

  /** For example {@code 3 ran, 0 failed, 0 skipped}. */
  String line() {
    return "%d ran, %d failed, %d skipped".formatted(ran, failed, skipped);
  }
}
