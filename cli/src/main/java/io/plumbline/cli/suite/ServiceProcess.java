package io.plumbline.cli.suite;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.postgres.process.OwnedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One Quarkus service as a process of its own.
 *
 * @param kind which one
 * @param process the running program
 * @param log the file with its output
 * @param logStart length of the log before this start, in bytes
 */
record ServiceProcess(ServiceKind kind, OwnedProcess process, Path log, long logStart) {
  private static final Duration SHUTDOWN = Duration.ofSeconds(15);

  static ServiceProcess start(
      ServiceKind kind, Path root, SuiteHome home, Map<String, String> environment)
      throws IOException {
    Path jar = root.resolve(kind.serviceName()).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new UsageException("%s is not built: %s is missing".formatted(kind.serviceName(), jar));
    }
    Path log = home.log(kind.serviceName());
    long logStart = Files.exists(log) ? Files.size(log) : 0;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JavaFlags.of(kind.heapMegabytes()));
    command.addAll(List.of("-jar", jar.toString()));
    OwnedProcess process =
        OwnedProcess.start(command, environment, home.directory(), log, "TERM", SHUTDOWN);
    return new ServiceProcess(kind, process, log, logStart);
  }

  Component component(Ports ports) {
    return new Component(
        kind.serviceName(),
        process.pid(),
        Component.startOf(process.handle()),
        "127.0.0.1:" + ports.grpc().get(kind),
        "http://127.0.0.1:" + ports.rest().get(kind),
        log.toString());
  }

  /** What to say when the program has ended and should not have. */
  CommandFailedException died() {
    return new CommandFailedException(
        "%s ended (%s): %s (log: %s)"
            .formatted(
                kind.serviceName(),
                ExitDescription.of(process.exitCode()),
                ServiceLog.reason(log, logStart),
                log));
  }
}
