package io.plumbline.postgres;

import static java.util.Objects.requireNonNull;

import io.plumbline.postgres.installation.Installation;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server is started with.
 *
 * @param home directory of the data, made when it is not there
 * @param cache where PostgreSQL's programs are unpacked
 * @param port 1 to 65535 on 127.0.0.1, or 0 for any free one
 * @param databases made when they are not there; lower-case names
 * @param durability whether a commit survives a power cut
 */
public record PostgresSettings(
    Path home, Path cache, int port, List<String> databases, Durability durability) {
  public PostgresSettings {
    requireNonNull(home, "home is null");
    requireNonNull(cache, "cache is null");
    requireNonNull(durability, "durability is null");
    databases = List.copyOf(databases);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is not within 0 to 65535: " + port);
    }
  }

  /** Durable, on any free port, the programs in the usual cache. */
  public static PostgresSettings durable(Path home, List<String> databases) {
    return new PostgresSettings(
        home, Installation.defaultCache(), 0, databases, Durability.DURABLE);
  }

  public PostgresSettings withPort(int wanted) {
    return new PostgresSettings(home, cache, wanted, databases, durability);
  }

  /** The file that the server's messages are appended to. */
  public Path log() {
    return home.resolve("postgres.log");
  }
}
