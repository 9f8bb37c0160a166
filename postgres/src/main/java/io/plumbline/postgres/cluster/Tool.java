package io.plumbline.postgres.cluster;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of a program that comes with PostgreSQL and ends by itself.
 *
 * @param name how messages call it
 * @param command the program and its arguments
 * @param directory where it runs
 */
record Tool(String name, List<String> command, Path directory) {
  /**
   * Runs the program.
   *
   * @param input what it reads on its standard input
   * @throws IOException with the program's own reason when it reports an error
   */
  void run(String input) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    try (Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
      writer.write(input);
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exitCode(process) != 0 || ServerLog.reason(output).isPresent()) {
      throw new IOException(
          "%s failed in %s: %s".formatted(name, directory, ServerLog.reasonOrLastLine(output)));
    }
  }

  private static int exitCode(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
