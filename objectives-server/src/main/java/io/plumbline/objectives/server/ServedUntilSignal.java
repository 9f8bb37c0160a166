package io.plumbline.objectives.server;

import java.io.IOException;
import java.util.function.IntConsumer;

/** Serving as the work of a process. */
public final class ServedUntilSignal {
  private ServedUntilSignal() {}

  /**
   * Serves until SIGTERM or SIGINT, then lets running evaluations end.
   *
   * @param settings where and how
   * @param listening is told the port once calls are taken
   * @throws IOException when the address cannot be had
   */
  public static void serve(ServerSettings settings, IntConsumer listening)
      throws IOException, InterruptedException {
    ObjectiveServer server = ObjectiveServer.start(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
    listening.accept(server.port());
    server.awaitTermination();
  }
}
