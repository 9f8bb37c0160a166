package io.plumbline.cli.suite;

import io.plumbline.postgres.Postgres;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The configuration of a service as environment variables, which other users cannot see. */
final class ServiceEnvironment {
  private ServiceEnvironment() {}

  static Map<String, String> of(
      ServiceKind kind, Ports ports, Postgres postgres, SuiteHome home, SuitePlan plan) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.port", Integer.toString(ports.rest().get(kind)));
    settings.put("quarkus.grpc.server.use-separate-server", "true");
    settings.put("quarkus.grpc.server.host", "127.0.0.1");
    settings.put("quarkus.grpc.server.port", Integer.toString(ports.grpc().get(kind)));
    settings.put("quarkus.datasource.username", postgres.username());
    settings.put("quarkus.datasource.password", postgres.password());
    settings.put("quarkus.datasource.reactive.url", postgres.reactiveUrl(kind.shortName()));
    settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl(kind.shortName()));
    for (ServiceKind other : ServiceKind.values()) {
      settings.put(
          "plumbline.%s.address".formatted(other.shortName()),
          "127.0.0.1:" + ports.grpc().get(other));
    }
    if (kind == ServiceKind.JUDGE) {
      settings.put("quarkus.grpc.clients.reward.host", "127.0.0.1");
      settings.put(
          "quarkus.grpc.clients.reward.port",
          Integer.toString(ports.grpc().get(ServiceKind.REWARD)));
    }
    if (kind == ServiceKind.TRAINER) {
      settings.put("plumbline.trainer.home", home.trainer().toString());
      settings.put("plumbline.worker.jar", workerJar(plan.root()).toString());
      // A native executable has no Java of its own.
      settings.put(
          "plumbline.worker.java",
          Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }
    settings.putAll(plan.settings(kind));
    Map<String, String> environment = new TreeMap<>();
    settings.forEach((name, value) -> environment.put(variable(name), value));
    return environment;
  }

  static Path workerJar(Path root) {
    return root.resolve("trainer-worker/target/plumbline-trainer-worker.jar");
  }

  // MicroProfile Config's rule for names in the environment.
  private static String variable(String setting) {
    return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
