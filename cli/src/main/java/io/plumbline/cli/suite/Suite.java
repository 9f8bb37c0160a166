package io.plumbline.cli.suite;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.postgres.Postgres;
import io.plumbline.postgres.PostgresSettings;
import io.plumbline.postgres.process.OwnedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * The embedded suite: PostgreSQL and the three services as processes of this one, in one directory.
 * None of them outlives this process.
 */
public final class Suite implements AutoCloseable {
  private static final Duration STARTUP = Duration.ofSeconds(180);
  private static final Duration WORKER_SHUTDOWN = Duration.ofSeconds(12);

  private final SuiteHome home;
  private final FileChannel lock;
  private final List<ServiceProcess> services = new ArrayList<>();
  private final List<Component> components = new ArrayList<>();
  private Postgres postgres;
  private boolean closed;

  private Suite(SuiteHome home, FileChannel lock) {
    this.home = home;
    this.lock = lock;
  }

  /**
   * Starts everything and waits until it answers.
   *
   * @param home where data and logs lie
   * @param root the clone that holds the built services
   * @param ports given or free
   * @param progress hears in a few words what is being waited for
   * @throws UsageException when a suite runs in this directory already
   * @throws CommandFailedException when a program does not come up, with the reason from its log
   */
  static Suite start(SuiteHome home, Path root, PortOptions ports, Consumer<String> progress)
      throws IOException, InterruptedException {
    return start(home, SuitePlan.ordinary(root), ports, progress);
  }

  private static Suite start(
      SuiteHome home, SuitePlan plan, PortOptions ports, Consumer<String> progress)
      throws IOException, InterruptedException {
    Files.createDirectories(home.logs());
    Suite suite = new Suite(home, lock(home));
    // Also when this process is told to end while the suite comes up.
    Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop-suite"));
    try {
      suite.startAll(plan, Ports.choose(ports), progress);
      return suite;
    } catch (IOException | InterruptedException | RuntimeException e) {
      suite.close();
      throw e;
    }
  }

  /** A suite of one's own on free ports, for work that ends with this process. */
  public static Suite startPrivate(SuiteHome home, Path root, Consumer<String> progress)
      throws IOException, InterruptedException {
    return start(home, root, new PortOptions(), progress);
  }

  /** A private suite of given programs. */
  public static Suite startPrivate(SuiteHome home, SuitePlan plan, Consumer<String> progress)
      throws IOException, InterruptedException {
    return start(home, plan, new PortOptions(), progress);
  }

  private static FileChannel lock(SuiteHome home) throws IOException {
    FileChannel channel =
        FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // This very process holds it, which is no different.
    }
    channel.close();
    throw new UsageException(
        "a suite runs already in %s; `plumbline status` shows it, `plumbline down` stops it"
            .formatted(home.directory()));
  }

  private void startAll(SuitePlan plan, Ports ports, Consumer<String> progress)
      throws IOException, InterruptedException {
    SuiteState.of(false, List.of()).write(home.state());
    progress.accept("starting PostgreSQL");
    List<String> databases =
        Arrays.stream(ServiceKind.values()).map(ServiceKind::shortName).toList();
    startPostgres(PostgresSettings.durable(home.postgres(), databases).withPort(ports.postgres()));
    for (ServiceKind kind : ServiceKind.values()) {
      startService(kind, plan, ports);
    }
    Readiness readiness = new Readiness();
    for (ServiceProcess service : List.copyOf(services)) {
      progress.accept("starting " + service.kind().serviceName());
      awaitReady(readiness, service, service.component(ports));
    }
    SuiteState.of(true, components).write(home.state());
  }

  private synchronized void startPostgres(PostgresSettings settings) throws IOException {
    refuseWhenClosed();
    postgres = Postgres.start(settings);
    components.add(
        new Component(
            "postgresql",
            postgres.process().pid(),
            Component.startOf(postgres.process().handle()),
            "127.0.0.1:" + postgres.port(),
            null,
            settings.log().toString()));
    SuiteState.of(false, components).write(home.state());
  }

  private synchronized void startService(ServiceKind kind, SuitePlan plan, Ports ports)
      throws IOException {
    refuseWhenClosed();
    ServiceProcess service =
        ServiceProcess.start(
            kind,
            plan.programs().get(kind),
            home,
            ServiceEnvironment.of(kind, ports, postgres, home, plan));
    services.add(service);
    components.add(service.component(ports));
    SuiteState.of(false, components).write(home.state());
  }

  private void refuseWhenClosed() {
    if (closed) {
      throw new CommandFailedException("the suite was told to stop while it came up");
    }
  }

  private void awaitReady(Readiness readiness, ServiceProcess service, Component component)
      throws InterruptedException {
    long deadline = System.nanoTime() + STARTUP.toNanos();
    while (!readiness.isReady(component.rest(), component.address())) {
      failure().ifPresent(Suite::raise);
      if (System.nanoTime() > deadline) {
        throw new CommandFailedException(
            "%s was not ready after %d s: %s (log: %s)"
                .formatted(
                    component.name(),
                    STARTUP.toSeconds(),
                    ServiceLog.reason(service.log(), service.logStart()),
                    service.log()));
      }
      Thread.sleep(200);
    }
  }

  private static void raise(CommandFailedException failure) {
    throw failure;
  }

  /** Why a program of the suite has ended, if one has. */
  public synchronized Optional<CommandFailedException> failure() {
    if (closed) {
      return Optional.empty();
    }
    if (postgres != null && !postgres.process().isAlive()) {
      return Optional.of(
          new CommandFailedException(
              "PostgreSQL ended (%s); the next start recovers its data (log: %s)"
                  .formatted(
                      ExitDescription.of(postgres.process().exitCode()),
                      home.postgres().resolve("postgres.log"))));
    }
    return services.stream()
        .filter(service -> !service.process().isAlive())
        .map(ServiceProcess::died)
        .findFirst();
  }

  /** Whether it was told to stop. */
  synchronized boolean isClosed() {
    return closed;
  }

  /** What runs and where it answers. */
  public SuiteState state() throws IOException {
    return SuiteState.read(home.state())
        .orElseThrow(() -> new CommandFailedException(home.state() + " has vanished"));
  }

  /** Completes when the first program ends. */
  CompletableFuture<Object> firstExit() {
    List<CompletableFuture<OwnedProcess>> exits = new ArrayList<>();
    exits.add(postgres.process().onExit());
    services.forEach(service -> exits.add(service.process().onExit()));
    return CompletableFuture.anyOf(exits.toArray(CompletableFuture[]::new));
  }

  // A worker that is told to stop writes a checkpoint before it ends.
  private static void awaitEnd(ProcessHandle worker) {
    try {
      worker.onExit().get(WORKER_SHUTDOWN.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      worker.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot wait for process " + worker.pid(), e);
    } catch (InterruptedException e) {
      worker.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Stops everything, the services first; waits until nothing is left. Idempotent. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    List<ProcessHandle> workers =
        services.stream().flatMap(service -> service.process().handle().descendants()).toList();
    services.parallelStream().forEach(service -> service.process().close());
    workers.parallelStream().forEach(Suite::awaitEnd);
    if (postgres != null) {
      postgres.close();
    }
    try {
      Files.deleteIfExists(home.state());
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
