package io.plumbline.trainer.launch;

import com.google.rpc.Code;
import io.plumbline.trainer.fault.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where runs keep their files: {@code HOME/runs/ID/checkpoints} and {@code HOME/runs/ID/logs}. */
@ApplicationScoped
public class WorkerHome {
  private final Path home;

  @Inject
  WorkerHome(
      @ConfigProperty(
              name = "plumbline.trainer.home",
              defaultValue = "${user.home}/.plumbline/trainer")
          Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  Path root() {
    return home;
  }

  /** A directory that outlives the worker; all attempts of a run share it. */
  public Path checkpoints(String runId) {
    return home.resolve("runs").resolve(runId).resolve("checkpoints");
  }

  Path log(String runId, int attempt) {
    return home.resolve("runs")
        .resolve(runId)
        .resolve("logs")
        .resolve("worker-" + attempt + ".log");
  }

  static void create(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new Fault(
          Code.FAILED_PRECONDITION,
          "plumbline.trainer.home: cannot create %s (%s); name a writable directory"
              .formatted(directory, e.getMessage()),
          e);
    }
  }
}
