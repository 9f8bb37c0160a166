package io.plumbline.cli.suite;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Map;

/**
 * The directory in which a suite keeps its data, its logs and the record of what runs.
 *
 * @param directory absolute
 */
public record SuiteHome(Path directory) {
  public SuiteHome {
    requireNonNull(directory, "directory is null");
    directory = directory.toAbsolutePath().normalize();
  }

  /** The directory given, or {@code $PLUMBLINE_HOME}, or {@code ~/.plumbline}. */
  public static SuiteHome choose(Path given, Map<String, String> environment) {
    if (given != null) {
      return new SuiteHome(given);
    }
    String named = environment.getOrDefault("PLUMBLINE_HOME", "");
    return new SuiteHome(
        named.isBlank() ? Path.of(System.getProperty("user.home"), ".plumbline") : Path.of(named));
  }

  public Path postgres() {
    return directory.resolve("postgres");
  }

  /** What trainer-service keeps: data sets, checkpoints, the work of its workers. */
  public Path trainer() {
    return directory.resolve("trainer");
  }

  public Path logs() {
    return directory.resolve("logs");
  }

  /** The log of one program. */
  public Path log(String program) {
    return logs().resolve(program + ".log");
  }

  /** What runs, as JSON. */
  public Path state() {
    return directory.resolve("suite.json");
  }

  /** Locked by the supervisor as long as it lives. */
  public Path lock() {
    return directory.resolve("suite.lock");
  }
}
