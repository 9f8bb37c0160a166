package io.plumbline.cli.output;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * The progress of one long piece of work after another on standard error: a bar rewritten in place
 * on a terminal, a line now and then elsewhere.
 */
public final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 24;
  private static final long TERMINAL_PAUSE = 100_000_000L;
  private static final long LOG_PAUSE = 10_000_000_000L;

  private final PrintStream stream;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private long lastPrinted;
  private String pending = "";
  private boolean open;

  ProgressBar(PrintStream stream, boolean terminal, LongSupplier nanoTime) {
    this.stream = stream;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.lastPrinted = nanoTime.getAsLong() - LOG_PAUSE;
  }

  /** The launching script tells whether standard error is a terminal. */
  public static ProgressBar onStandardError() {
    return new ProgressBar(
        System.err, "1".equals(System.getenv("PLUMBLINE_TERMINAL")), System::nanoTime);
  }

  /**
   * Shows how far the present piece is.
   *
   * @param label what is being done
   * @param done how much of it
   * @param total of how much; 0 when nobody knows
   * @param unit what is counted
   * @param remark shown after the numbers; may be empty
   */
  public synchronized void update(String label, long done, long total, String unit, String remark) {
    pending = line(label, done, total, unit, remark);
    long now = nanoTime.getAsLong();
    if (now - lastPrinted >= (terminal ? TERMINAL_PAUSE : LOG_PAUSE)) {
      print(pending);
      lastPrinted = now;
    }
  }

  /** Ends the present piece with a line that stays. */
  public synchronized void finish(String line) {
    pending = "";
    clear();
    stream.println(terminal ? line : "plumbline: " + line);
    stream.flush();
    lastPrinted = nanoTime.getAsLong() - LOG_PAUSE;
  }

  private void print(String line) {
    if (terminal) {
      stream.print("\r\033[K" + line);
      open = true;
    } else {
      stream.println("plumbline: " + line);
    }
    stream.flush();
  }

  private void clear() {
    if (open) {
      stream.print("\r\033[K");
      open = false;
    }
  }

  static String line(String label, long done, long total, String unit, String remark) {
    StringBuilder line = new StringBuilder("%-34s ".formatted(label));
    if (total > 0) {
      int filled = (int) Math.min(WIDTH, WIDTH * done / total);
      line.append('[').append("#".repeat(filled)).append("-".repeat(WIDTH - filled)).append("] ");
      line.append(amount(done, unit)).append('/').append(amount(total, unit));
    } else {
      line.append(amount(done, unit));
    }
    line.append(unit.equals("bytes") ? "" : " " + unit);
    return remark.isEmpty() ? line.toString() : line + "  " + remark;
  }

  private static String amount(long count, String unit) {
    return unit.equals("bytes") ? (count + 500_000) / 1_000_000 + " MB" : Long.toString(count);
  }

  @Override
  public synchronized void close() {
    clear();
    stream.flush();
  }
}
