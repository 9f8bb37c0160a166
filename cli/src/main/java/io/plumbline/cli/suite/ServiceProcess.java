package io.plumbline.cli.suite;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.postgres.process.OwnedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
  static ServiceProcess start(
      ServiceKind kind, ServiceProgram program, SuiteHome home, Map<String, String> environment)
      throws IOException {
    Path log = home.log(kind.serviceName());
    long logStart = Files.exists(log) ? Files.size(log) : 0;
    if (program.remark().isPresent()) {
      Files.writeString(
          log,
          "plumbline: " + program.remark().get() + System.lineSeparator(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    OwnedProcess process =
        OwnedProcess.start(
            program.command(), environment, home.directory(), log, "TERM", program.shutdown());
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
