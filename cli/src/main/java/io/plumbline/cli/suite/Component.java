package io.plumbline.cli.suite;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * One program of a running suite.
 *
 * @param name for example {@code judge-service}
 * @param pid its process id
 * @param started when that process began; tells it from a later one with the same id
 * @param address {@code host:port} of its gRPC door, or of PostgreSQL
 * @param rest {@code http://host:port}; null for PostgreSQL
 * @param log the file with its output
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Component(
    String name, long pid, String started, String address, String rest, String log) {
  public Component {
    requireNonNull(name, "name is null");
    requireNonNull(started, "started is null");
    requireNonNull(address, "address is null");
    requireNonNull(log, "log is null");
  }

  /** When the process began, as the operating system tells it. */
  static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /** Whether this very process still runs. */
  @JsonIgnore
  public boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startOf(process).equals(started))
        .isPresent();
  }
}
