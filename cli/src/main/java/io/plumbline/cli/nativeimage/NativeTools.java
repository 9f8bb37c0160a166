package io.plumbline.cli.nativeimage;

import static java.util.Objects.requireNonNull;

import io.plumbline.cli.failure.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a native build needs of the machine besides GraalVM.
 *
 * @param compiler the C compiler that links the executable
 * @param memory the kernel's account of memory, as {@code /proc/meminfo}
 */
record NativeTools(String compiler, Path memory) {
  /** The heap of native-image, 8 GiB, and what lies outside of it. */
  static final long KIBIBYTES = 9L * 1024 * 1024;

  private static final String AVAILABLE = "MemAvailable:";

  NativeTools {
    requireNonNull(compiler, "compiler is null");
    requireNonNull(memory, "memory is null");
  }

  static NativeTools ofThisMachine() {
    return new NativeTools("gcc", Path.of("/proc/meminfo"));
  }

  /**
   * Looks for all of it.
   *
   * @throws UsageException naming the first thing that is missing
   */
  void require() throws IOException, InterruptedException {
    if (!compiles("")) {
      throw new UsageException(
          "no C compiler: native-image links with gcc; install it, for example gcc and libc6-dev");
    }
    if (!compiles("#include <zlib.h>\n")) {
      throw new UsageException(
          "no headers of zlib: native-image links with it; install them, for example zlib1g-dev");
    }
    long available = available();
    if (available < KIBIBYTES) {
      throw new UsageException(
          "too little memory: a native build needs %.1f GiB, %.1f are available; stop other programs or use a larger machine"
              .formatted(gibibytes(KIBIBYTES), gibibytes(available)));
    }
  }

  private boolean compiles(String source) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(List.of(compiler, "-x", "c", "-fsyntax-only", "-"))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException absent) {
      return false;
    }
    try (var input = process.getOutputStream()) {
      input.write(source.getBytes(StandardCharsets.UTF_8));
    }
    return process.waitFor() == 0;
  }

  private long available() throws IOException {
    for (String line : Files.readAllLines(memory)) {
      if (line.startsWith(AVAILABLE)) {
        return Long.parseLong(line.substring(AVAILABLE.length()).replace("kB", "").strip());
      }
    }
    throw new UsageException(memory + " does not say how much memory is available");
  }

  private static double gibibytes(long kibibytes) {
    return kibibytes / (1024.0 * 1024.0);
  }
}
