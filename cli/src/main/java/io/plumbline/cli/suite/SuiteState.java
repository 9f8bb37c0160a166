package io.plumbline.cli.suite;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plumbline.cli.output.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What a suite's supervisor wrote down about what it runs.
 *
 * @param ready true once everything answers
 * @param supervisor process id of the supervisor
 * @param supervisorStarted when that process began
 * @param components PostgreSQL first, then the services
 */
public record SuiteState(
    boolean ready, long supervisor, String supervisorStarted, List<Component> components) {
  public SuiteState {
    requireNonNull(supervisorStarted, "supervisorStarted is null");
    components = List.copyOf(components);
  }

  /** Written by this process. */
  static SuiteState of(boolean ready, List<Component> components) {
    ProcessHandle self = ProcessHandle.current();
    return new SuiteState(ready, self.pid(), Component.startOf(self), components);
  }

  /** The state in a file; empty when there is none. */
  public static Optional<SuiteState> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    return Optional.of(Json.mapper().readValue(file.toFile(), SuiteState.class));
  }

  /** Replaces the file at once, so that a reader never sees a part. */
  void write(Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.writeString(unfinished, Json.pretty(this) + "\n");
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether the supervisor that wrote this still runs. */
  @JsonIgnore
  public boolean isSupervised() {
    return ProcessHandle.of(supervisor)
        .filter(ProcessHandle::isAlive)
        .filter(process -> Component.startOf(process).equals(supervisorStarted))
        .isPresent();
  }

  /** The program with this name. */
  public Optional<Component> component(String name) {
    return components.stream().filter(component -> component.name().equals(name)).findFirst();
  }
}
