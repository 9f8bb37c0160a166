import io.plumbline.postgres.Durability;
import io.plumbline.postgres.Postgres;
import io.plumbline.postgres.PostgresSettings;
import io.plumbline.postgres.installation.Installation;
import java.nio.file.Path;
import java.util.List;

/**
 * A durable PostgreSQL in an empty directory until standard input ends: {@code java Database.java
 * DIRECTORY PROPERTIES_FILE}. The file gets what judge-service needs to find it.
 */
public final class Database {
  private Database() {}

  public static void main(String[] arguments) throws Exception {
    try (Postgres postgres =
        Postgres.start(
            new PostgresSettings(
                Path.of(arguments[0]),
                Installation.defaultCache(),
                0,
                List.of("judge"),
                Durability.DURABLE))) {
      java.nio.file.Files.writeString(
          Path.of(arguments[1]),
          "quarkus.datasource.username="
              + postgres.username()
              + "\nquarkus.datasource.password="
              + postgres.password()
              + "\nquarkus.datasource.reactive.url="
              + postgres.reactiveUrl("judge")
              + "\nquarkus.datasource.jdbc.url="
              + postgres.jdbcUrl("judge")
              + "\n");
      while (System.in.read() >= 0) {
        // Until whoever started it is gone.
      }
    }
  }
}
