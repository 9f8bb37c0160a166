package io.plumbline.cli.suite;

import java.util.ArrayList;
import java.util.List;

/** Options of the Java launcher that every program of the suite gets. */
final class JavaFlags {
  // From here on the JVM warns about what Netty, protobuf and JNI libraries do.
  private static final int WARNS_OF_UNSAFE_MEMORY_ACCESS = 24;

  private JavaFlags() {}

  /**
   * Small and quick to start.
   *
   * @param heapMegabytes largest Java heap in MiB
   */
  static List<String> of(int heapMegabytes) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-Xmx%dm".formatted(heapMegabytes),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError"));
    if (Runtime.version().feature() >= WARNS_OF_UNSAFE_MEMORY_ACCESS) {
      flags.add("--enable-native-access=ALL-UNNAMED");
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return flags;
  }
}
