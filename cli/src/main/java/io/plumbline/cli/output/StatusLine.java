package io.plumbline.cli.output;

import java.io.PrintStream;

/**
 * One line on standard error that says what is being done: rewritten in place on a terminal,
 * printed once per change elsewhere.
 */
public final class StatusLine implements AutoCloseable {
  private final PrintStream stream;
  private final boolean terminal;
  private String shown = "";

  StatusLine(PrintStream stream, boolean terminal) {
    this.stream = stream;
    this.terminal = terminal;
  }

  /** The launching script tells whether standard error is a terminal. */
  public static StatusLine onStandardError() {
    return new StatusLine(System.err, "1".equals(System.getenv("PLUMBLINE_TERMINAL")));
  }

  public synchronized void show(String text) {
    if (text.equals(shown)) {
      return;
    }
    shown = text;
    if (terminal) {
      stream.print("\r\033[K" + text);
    } else {
      stream.println("plumbline: " + text);
    }
    stream.flush();
  }

  /** Takes the line away on a terminal. */
  public synchronized void clear() {
    if (terminal && !shown.isEmpty()) {
      stream.print("\r\033[K");
      stream.flush();
    }
    shown = "";
  }

  @Override
  public void close() {
    clear();
  }
}
