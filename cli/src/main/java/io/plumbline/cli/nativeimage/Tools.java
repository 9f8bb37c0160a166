package io.plumbline.cli.nativeimage;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Programs that are run to their end. */
final class Tools {
  private Tools() {}

  /**
   * Runs a program in a directory, its output appended to a file.
   *
   * @param what it does, for the error
   * @param remedy what to do where it cannot be started
   * @param variables of the environment, besides this process's own
   * @throws UsageException where it cannot be started
   * @throws CommandFailedException with its reason where it fails
   */
  static void run(
      String what,
      String remedy,
      Path directory,
      Path output,
      Map<String, String> variables,
      List<String> command)
      throws IOException {
    ToolLog log = new ToolLog(output);
    long before = log.size();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .redirectInput(Path.of("/dev/null").toFile());
    builder.environment().putAll(variables);
    Process process;
    try {
      process = builder.start();
    } catch (IOException absent) {
      throw new UsageException(
          "cannot %s: %s does not start (%s); %s"
              .formatted(what, command.get(0), absent.getMessage(), remedy),
          absent);
    }
    try {
      int code = process.waitFor();
      if (code != 0) {
        throw new CommandFailedException(
            "cannot %s: %s ended with exit code %d: %s (log: %s)"
                .formatted(what, command.get(0), code, log.reason(before), output));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while it was to " + what, interrupted);
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
