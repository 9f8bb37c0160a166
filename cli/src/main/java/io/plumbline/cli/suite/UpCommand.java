package io.plumbline.cli.suite;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.cli.output.StatusLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline up}: starts the embedded suite and stays with it until it is stopped. */
@Command(
    name = "up",
    description = {
      "Starts the embedded suite: PostgreSQL, judge-service, reward-service, trainer-service.",
      "Prints the addresses once all of them answer. Ctrl-C or `plumbline down` stops all."
    },
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private HomeOptions homeOptions;
  @Mixin private PortOptions ports;
  @Mixin private OutputOptions output;

  @Option(names = "--detach", description = "Return once the suite is ready and leave it running.")
  private boolean detach;

  @Override
  public Integer call() throws Exception {
    SuiteHome home = homeOptions.home();
    Optional<SuiteState> running = SuiteState.read(home.state()).filter(SuiteState::isSupervised);
    if (running.isPresent()) {
      command
          .commandLine()
          .getErr()
          .printf("plumbline: a suite runs already in %s%n", home.directory());
      SuiteReport.of(home, running).print(output);
      return 0;
    }
    return detach ? detached(home) : attached(home);
  }

  private int detached(SuiteHome home) throws Exception {
    List<String> arguments = new ArrayList<>(command.commandLine().getParseResult().originalArgs());
    arguments.remove("--detach");
    SuiteState state = DetachedSuite.start(home, arguments);
    SuiteReport.of(home, Optional.of(state)).print(output);
    return 0;
  }

  private int attached(SuiteHome home) throws Exception {
    try (StatusLine line = StatusLine.onStandardError();
        Suite suite =
            Suite.start(home, Path.of(System.getProperty("plumbline.root")), ports, line::show)) {
      line.clear();
      SuiteReport.of(home, Optional.of(suite.state())).print(output);
      suite.firstExit().join();
      throw suite.failure().orElseGet(() -> new CommandFailedException("the suite was stopped"));
    }
  }
}
