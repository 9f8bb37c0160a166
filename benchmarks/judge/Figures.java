import java.io.IOException;
import java.util.Locale;

/** Prints what was measured, one JSON object a line. */
final class Figures {
  private static final double[] SHARES = {0.5, 0.99, 0.999};

  private final Processes processes;
  private final long latency;
  private final int inFlight;
  private double bareRate;

  Figures(Processes processes, long latency, int inFlight) {
    this.processes = processes;
    this.latency = latency;
    this.inFlight = inFlight;
  }

  long latency() {
    return latency;
  }

  int inFlight() {
    return inFlight;
  }

  Usage usage() throws IOException {
    return processes.usage();
  }

  /** What the lines from now on are compared with. */
  void bare(double callsPerSecond) {
    bareRate = callsPerSecond;
  }

  /**
   * @param sorted latencies in nanoseconds
   * @param before what was used when it began
   * @return calls a second
   */
  double print(
      String name,
      long calls,
      double elapsed,
      long[] sorted,
      int failures,
      Usage before)
      throws IOException {
    double rate = calls / elapsed;
    StringBuilder line = new StringBuilder();
    add(line, "{\"name\":\"%s\",\"in_flight\":%d", name, inFlight);
    add(line, ",\"calls\":%d,\"calls_per_second\":%.0f", calls, rate);
    add(line, ",\"share_of_limit\":%.3f", rate / (inFlight * 1000.0 / latency));
    if (bareRate > 0) {
      add(line, ",\"share_of_bare\":%.3f", rate / bareRate);
    }
    for (double share : SHARES) {
      long value = sorted[(int) Math.min(sorted.length - 1, (long) (share * sorted.length))];
      String percent = (share * 100 + "").replace(".0", "");
      add(line, ",\"added_p%s_ms\":%.1f", percent, value / 1e6 - latency);
    }
    add(line, ",\"failures\":%d,\"cpu_us_per_call\":{", failures);
    Usage now = processes.usage();
    String separator = "";
    for (String process : now.seconds().keySet()) {
      double used = now.seconds().get(process) - before.seconds().get(process);
      add(line, "%s\"%s\":%.0f", separator, process, used * 1e6 / calls);
      separator = ",";
    }
    add(line, "},\"resident_mb\":%d", processes.residentMegabytes("service"));
    add(line, ",\"stolen_share\":%.3f}", now.stolenShareSince(before));
    System.out.println(line);
    return rate;
  }

  private static void add(StringBuilder line, String format, Object... values) {
    line.append(String.format(Locale.ROOT, format, values));
  }
}
