package io.plumbline.cli.nativeimage;

import static java.util.Objects.requireNonNull;

import io.plumbline.cli.failure.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a native build needs of the machine besides GraalVM.
 *
 * @param machine its system and architecture: the GraalVM that npm brings knows one
 * @param compiler the C compiler that links the executable
 * @param memory what is left of it
 */
record NativeTools(String machine, String compiler, AvailableMemory memory) {
  /** The heap of native-image, 8 GiB, and what lies outside of it. */
  static final long BYTES = 9L * 1024 * 1024 * 1024;

  private static final String MACHINE = "Linux-amd64";

  NativeTools {
    requireNonNull(machine, "machine is null");
    requireNonNull(compiler, "compiler is null");
    requireNonNull(memory, "memory is null");
  }

  static NativeTools ofThisMachine() {
    return new NativeTools(
        System.getProperty("os.name") + "-" + System.getProperty("os.arch"),
        "gcc",
        AvailableMemory.ofThisMachine());
  }

  /**
   * Looks for all of it.
   *
   * @throws UsageException naming the first thing that is missing
   */
  void require() throws IOException, InterruptedException {
    if (!machine.equals(MACHINE)) {
      throw new UsageException(
          "plumbline native runs on %s only, this is %s; build with a GraalVM of your own: docs/guides/native.md"
              .formatted(MACHINE, machine));
    }
    if (!compiles("")) {
      throw new UsageException(
          "no C compiler: native-image links with gcc; install it, for example gcc and libc6-dev");
    }
    if (!compiles("#include <zlib.h>\n")) {
      throw new UsageException(
          "no headers of zlib: native-image links with it; install them, for example zlib1g-dev");
    }
    long available = memory.bytes();
    if (available < BYTES) {
      throw new UsageException(
          "too little memory: a native build needs %.1f GiB, %.1f are available; stop other programs, raise the container's limit or use a larger machine"
              .formatted(BYTES / AvailableMemory.GIBIBYTE, available / AvailableMemory.GIBIBYTE));
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
}
