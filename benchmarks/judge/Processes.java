import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the processes under measurement use, by {@code /proc}; their children count as theirs. */
final class Processes {
  private static final double TICKS_PER_SECOND = 100;

  private final Map<String, Long> pids = new LinkedHashMap<>();

  /**
   * @param arguments {@code NAME=PID} from the given index on; this process is added as driver
   */
  Processes(String[] arguments, int from) {
    for (int i = from; i < arguments.length; i++) {
      String[] pair = arguments[i].split("=");
      pids.put(pair[0], Long.parseLong(pair[1]));
    }
    pids.put("driver", ProcessHandle.current().pid());
  }

  /** What was used so far. */
  Usage usage() throws IOException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Map.Entry<String, Long> process : pids.entrySet()) {
      double ticks = ticks(process.getValue());
      ProcessHandle handle = ProcessHandle.of(process.getValue()).orElseThrow();
      for (ProcessHandle child : handle.descendants().toList()) {
        ticks += ticks(child.pid());
      }
      seconds.put(process.getKey(), ticks / TICKS_PER_SECOND);
    }
    return Usage.now(seconds);
  }

  // Fields 14 and 15 of /proc/PID/stat, after the name in parentheses.
  private static double ticks(long pid) throws IOException {
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String[] fields = Files.readString(stat).split("\\) ")[1].split(" ");
    return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
  }

  long residentMegabytes(String name) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pids.get(name) + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IOException("no VmRSS of " + name);
  }
}
