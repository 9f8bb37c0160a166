package io.plumbline.testing;

import io.plumbline.postgres.Durability;
import io.plumbline.postgres.Postgres;
import io.plumbline.postgres.PostgresSettings;
import io.plumbline.postgres.installation.DirectoryTree;
import io.plumbline.postgres.installation.Installation;
import io.plumbline.postgres.process.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL with one empty database for the tests of a service, and free ports for the
 * service itself.
 *
 * <p>Everything lies in a temporary directory and is gone after the tests.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {
  private static final String DATABASE = "test";

  private Path directory;
  private Postgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      // Given ones, not 0: clients in the tests are configured before the server is up.
      String restPort = Integer.toString(FreePort.any());
      String grpcPort = Integer.toString(FreePort.any());
      directory = Files.createTempDirectory("plumbline-test");
      postgres =
          Postgres.start(
              new PostgresSettings(
                  directory, Installation.defaultCache(), 0, List.of(DATABASE), Durability.FAST));
      return Map.of(
          "quarkus.datasource.username", postgres.username(),
          "quarkus.datasource.password", postgres.password(),
          "quarkus.datasource.reactive.url", postgres.reactiveUrl(DATABASE),
          "quarkus.datasource.jdbc.url", postgres.jdbcUrl(DATABASE),
          "quarkus.http.test-port", restPort,
          "quarkus.grpc.server.test-port", grpcPort);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (postgres != null) {
      postgres.close();
    }
    if (directory != null) {
      try {
        DirectoryTree.delete(directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
