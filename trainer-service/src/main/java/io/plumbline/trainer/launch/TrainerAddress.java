package io.plumbline.trainer.launch;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where workers reach this service's gRPC door. */
@ApplicationScoped
public class TrainerAddress {
  private final Optional<String> advertised;
  private final Config config;

  @Inject
  TrainerAddress(
      @ConfigProperty(name = "plumbline.trainer.address") Optional<String> advertised,
      Config config) {
    this.advertised = advertised;
    this.config = config;
  }

  /** From the same machine. */
  String local() {
    String port =
        LaunchMode.current() == LaunchMode.TEST
            ? "quarkus.grpc.server.test-port"
            : "quarkus.grpc.server.port";
    return "127.0.0.1:" + config.getValue(port, Integer.class);
  }

  /** From another pod: {@code plumbline.trainer.address}, else the local one. */
  String advertised() {
    return advertised.orElseGet(this::local);
  }
}
