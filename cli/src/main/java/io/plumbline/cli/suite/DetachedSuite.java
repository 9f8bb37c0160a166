package io.plumbline.cli.suite;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.StatusLine;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A suite under a supervisor process that goes on when the present one ends. */
final class DetachedSuite {
  private static final int HEAP_MEGABYTES = 128;

  private DetachedSuite() {}

  /**
   * Starts a supervisor and waits until its suite is ready.
   *
   * @param arguments of {@code plumbline} for the supervisor
   * @throws CommandFailedException with what the supervisor said when it ends before
   */
  static SuiteState start(SuiteHome home, List<String> arguments)
      throws IOException, InterruptedException {
    Files.createDirectories(home.logs());
    Path log = home.log("suite");
    Process supervisor =
        new ProcessBuilder(supervisorCommand(arguments))
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log.toFile())
            .redirectError(log.toFile())
            .start();
    try (StatusLine line = StatusLine.onStandardError()) {
      line.show("starting the suite (log: %s)".formatted(log));
      while (true) {
        Optional<SuiteState> state =
            SuiteState.read(home.state())
                .filter(read -> read.supervisor() == supervisor.pid() && read.ready());
        if (state.isPresent()) {
          return state.get();
        }
        if (!supervisor.isAlive()) {
          throw failure(supervisor, log);
        }
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      supervisor.destroy();
      throw e;
    }
  }

  private static List<String> supervisorCommand(List<String> arguments) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JavaFlags.of(HEAP_MEGABYTES));
    command.add("-Dplumbline.root=" + System.getProperty("plumbline.root"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.plumbline.cli.PlumblineCommand");
    command.addAll(arguments);
    return command;
  }

  private static RuntimeException failure(Process supervisor, Path log) throws IOException {
    List<String> lines =
        Files.readAllLines(log).stream().filter(line -> line.startsWith("plumbline: ")).toList();
    String message =
        lines.isEmpty()
            ? "the supervisor ended with exit code %d (log: %s)"
                .formatted(supervisor.exitValue(), log)
            : lines.get(lines.size() - 1).substring("plumbline: ".length());
    return supervisor.exitValue() == 2
        ? new UsageException(message)
        : new CommandFailedException(message);
  }
}
