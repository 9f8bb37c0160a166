package io.plumbline.cli.suite;

import java.util.OptionalInt;

/** An exit code in words. */
final class ExitDescription {
  // Shells and Java report the end by a signal as this plus the signal's number.
  private static final int SIGNALLED = 128;

  private ExitDescription() {}

  static String of(OptionalInt exitCode) {
    if (exitCode.isEmpty()) {
      return "still running";
    }
    int code = exitCode.getAsInt();
    return code > SIGNALLED
        ? "killed by signal %d".formatted(code - SIGNALLED)
        : "exit code %d".formatted(code);
  }
}
