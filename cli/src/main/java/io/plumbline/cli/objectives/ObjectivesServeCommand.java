package io.plumbline.cli.objectives;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.objectives.server.ServedUntilSignal;
import io.plumbline.objectives.server.ServerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline objectives serve}: the sidecar, at the prompt. */
@Command(
    name = "serve",
    description = {
      "Serves the objectives over gRPC until it is interrupted, for engines that train elsewhere.",
      "Needs no database. PLUMBLINE_OBJECTIVES_THREADS, _WAITING and _MAX_MESSAGE_BYTES bound what",
      "it takes on; _HOST and _PORT stand for the options."
    },
    mixinStandardHelpOptions = true)
public final class ObjectivesServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--host", description = "Address to listen on. Default: 127.0.0.1.")
  private String host;

  @Option(names = "--port", description = "TCP port; 0 takes a free one. Default: 9084.")
  private Integer port;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      ServerSettings environment = ServerSettings.of(System.getenv());
      ServerSettings settings =
          environment.at(
              host == null ? environment.host() : host, port == null ? environment.port() : port);
      ServedUntilSignal.serve(
          settings,
          listening -> {
            out.printf("listening on %s:%d%n", settings.host(), listening);
            out.flush();
          });
      return 0;
    } catch (IllegalArgumentException | IOException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }
}
