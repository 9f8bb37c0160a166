package io.plumbline.cli.proof;

import static java.util.Objects.requireNonNull;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.suite.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the build of the older Quarkus line (profile {@code native-canary}) leaves of a service, and
 * whether it is still what the sources say.
 *
 * @param root the clone
 * @param kind the service
 */
public record OlderLine(Path root, ServiceKind kind) {
  public OlderLine {
    requireNonNull(root, "root is null");
    requireNonNull(kind, "kind is null");
  }

  /** Where its executable lies, or would lie. */
  public Path executable() {
    return built("plumbline-%s-0.1.0-SNAPSHOT-runner".formatted(kind.serviceName()));
  }

  private Path jar() {
    return built("quarkus-app/quarkus-run.jar");
  }

  private Path built(String name) {
    return root.resolve(kind.serviceName()).resolve("target/canary").resolve(name);
  }

  /** Why its executable has to be built; empty where it is there and newer than its sources. */
  public Optional<String> staleExecutable() throws IOException {
    return stale(executable());
  }

  /**
   * Its executable.
   *
   * @throws UsageException where it is missing or older than its sources
   */
  Path freshExecutable() throws IOException {
    return fresh(executable(), "./plumbline native " + kind.serviceName());
  }

  /**
   * Its jar.
   *
   * @throws UsageException where it is missing or older than its sources
   */
  Path freshJar() throws IOException {
    return fresh(
        jar(), "mvn -Pquick,native-canary -pl %s -am package".formatted(kind.serviceName()));
  }

  private Path fresh(Path file, String command) throws IOException {
    Optional<String> reason = stale(file);
    if (reason.isPresent()) {
      throw new UsageException("%s; build it by: %s".formatted(reason.get(), command));
    }
    return file;
  }

  private Optional<String> stale(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.of("%s is not built: %s is missing".formatted(kind.serviceName(), file));
    }
    return new BuildInput(root, kind.serviceName())
        .changedAfter(Files.getLastModifiedTime(file))
        .map(changed -> "%s is older than %s".formatted(file, changed));
  }
}
