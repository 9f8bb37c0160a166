package io.plumbline.cli.suite;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline down}: stops the embedded suite; its data stays. */
@Command(
    name = "down",
    description = "Stops the embedded suite and waits until nothing of it is left; the data stays.",
    mixinStandardHelpOptions = true)
public final class DownCommand implements Callable<Integer> {
  private static final int PATIENCE_SECONDS = 60;

  @Spec private CommandSpec command;
  @Mixin private HomeOptions homeOptions;

  @Override
  public Integer call() throws Exception {
    SuiteHome home = homeOptions.home();
    Optional<SuiteState> state = SuiteState.read(home.state());
    List<ProcessHandle> left = new ArrayList<>();
    if (state.isPresent()) {
      if (state.get().isSupervised()) {
        ProcessHandle.of(state.get().supervisor()).ifPresent(left::add);
      }
      state.get().components().stream()
          .filter(Component::isAlive)
          .flatMap(component -> ProcessHandle.of(component.pid()).stream())
          .forEach(left::add);
    }
    if (left.isEmpty()) {
      say("no suite runs in %s".formatted(home.directory()));
      return 0;
    }
    stop(left);
    Files.deleteIfExists(home.state());
    say("stopped the suite in %s; its data stays there".formatted(home.directory()));
    return 0;
  }

  // The supervisor comes first and stops the rest in order; without one, the watchdogs have been
  // told already and only stragglers get a signal here.
  private static void stop(List<ProcessHandle> processes) throws Exception {
    processes.get(0).destroy();
    for (ProcessHandle process : processes) {
      try {
        process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        process.destroyForcibly();
        process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  private void say(String message) {
    command.commandLine().getErr().println("plumbline: " + message);
  }
}
