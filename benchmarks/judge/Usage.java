import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What was used up to a moment.
 *
 * @param seconds user and system time by process
 * @param stolen ticks that the machine wanted and its host gave to others
 * @param ticks of all processors, idle or not
 */
record Usage(Map<String, Double> seconds, long stolen, long ticks) {
  // The first line of /proc/stat: user, nice, system, idle, iowait, irq, softirq, steal; what
  // guests use, after them, is in user already.
  private static final int STOLEN = 7;

  static Usage now(Map<String, Double> seconds) throws IOException {
    String all = Files.readAllLines(Path.of("/proc/stat")).get(0);
    long[] ticks =
        Stream.of(all.trim().split(" +")).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
    return new Usage(seconds, ticks[STOLEN], LongStream.of(ticks).sum());
  }

  /** The share of the machine's processors that others took: figures beside a large one say little. */
  double stolenShareSince(Usage before) {
    return (double) (stolen - before.stolen) / (ticks - before.ticks);
  }
}
