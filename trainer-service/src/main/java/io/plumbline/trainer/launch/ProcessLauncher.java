package io.plumbline.trainer.launch;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import io.plumbline.trainer.fault.Fault;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts the worker's jar as a process that ends when this service does. */
@ApplicationScoped
public class ProcessLauncher implements Launcher {
  static final String NAME = "process";

  private static final Logger LOG = Logger.getLogger(ProcessLauncher.class);
  private static final long STOP_SECONDS = 10;

  private final WorkerSettings settings;
  private final WorkerHome home;
  private final TrainerAddress address;
  private final Map<String, Worker> workers = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  @Inject
  ProcessLauncher(WorkerSettings settings, WorkerHome home, TrainerAddress address) {
    this.settings = requireNonNull(settings, "settings is null");
    this.home = requireNonNull(home, "home is null");
    this.address = requireNonNull(address, "address is null");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String trainerAddress() {
    return address.local();
  }

  @Override
  public Uni<String> launch(WorkerLaunch launch) {
    return onWorkerPool(() -> start(launch));
  }

  private String start(WorkerLaunch launch) {
    if (stopping) {
      throw new Fault(Code.UNAVAILABLE, "the service stops");
    }
    Path log = home.log(launch.runId(), launch.attempt());
    WorkerHome.create(log.getParent());
    WorkerHome.create(home.checkpoints(launch.runId()));
    var builder = new ProcessBuilder(OwnedCommand.of(command(launch)));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    // Not on the command line, which every user of the machine can read.
    builder.environment().put(WorkerLaunch.TOKEN_VARIABLE, launch.token());
    builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads()));
    try {
      Process process = builder.start();
      String handle = "%s/%d/%d".formatted(launch.runId(), launch.attempt(), process.pid());
      workers.put(handle, new Worker(process, log));
      LOG.infof("started %s as process %d, log %s", launch, process.pid(), log);
      return handle;
    } catch (IOException e) {
      throw new Fault(Code.FAILED_PRECONDITION, "cannot start the worker: " + e.getMessage(), e);
    }
  }

  private List<String> command(WorkerLaunch launch) {
    Path jar =
        settings
            .jar()
            .filter(Files::isRegularFile)
            .orElseThrow(
                () ->
                    new Fault(
                        Code.FAILED_PRECONDITION,
                        "plumbline.worker.jar: %s; name the jar of trainer-worker"
                            .formatted(
                                settings
                                    .jar()
                                    .map(named -> "there is no file " + named)
                                    .orElse("is not set"))));
    List<String> command = new ArrayList<>();
    command.add(WorkerJava.of(settings.java(), System.getProperty("java.home")).toString());
    settings.javaOptions().ifPresent(command::addAll);
    command.addAll(
        List.of(
            "-jar",
            jar.toAbsolutePath().toString(),
            "--trainer",
            launch.trainer(),
            "--run",
            launch.runId()));
    return command;
  }

  private int threads() {
    return settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
  }

  @Override
  public Uni<WorkerState> inspect(String handle) {
    Worker worker = workers.get(handle);
    if (worker == null) {
      return Uni.createFrom()
          .item(new WorkerState.Interrupted("its process ended with the service that started it"));
    }
    if (worker.process().isAlive()) {
      return Uni.createFrom().item(new WorkerState.Running());
    }
    return Uni.createFrom()
        .item(
            new WorkerState.Ended(
                "exit code %d, log %s".formatted(worker.process().exitValue(), worker.log())));
  }

  @Override
  public Uni<Void> stop(String handle) {
    Worker worker = workers.remove(handle);
    if (worker == null) {
      return Uni.createFrom().voidItem();
    }
    return onWorkerPool(
        () -> {
          worker.stop();
          return null;
        });
  }

  /** After those who would start another worker have stopped. */
  void onShutdown(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
    stopping = true;
    workers.values().parallelStream().forEach(Worker::stop);
  }

  private static <T> Uni<T> onWorkerPool(java.util.function.Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private record Worker(Process process, Path log) {
    void stop() {
      List<ProcessHandle> descendants = process.descendants().toList();
      process.destroy();
      try {
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
          descendants.forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        descendants.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
