package io.plumbline.objectives.server;

import java.io.IOException;

/** The sidecar's process: serves until SIGTERM, then lets running evaluations end. */
public final class ObjectiveServerMain {
  private static final int BAD_USAGE = 2;

  private ObjectiveServerMain() {}

  /** Settings come from the environment, see {@link ServerSettings#of}; there is no argument. */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length > 0) {
      refuse("takes no arguments; set PLUMBLINE_OBJECTIVES_PORT and the like");
    }
    try {
      ServerSettings settings = ServerSettings.of(System.getenv());
      ServedUntilSignal.serve(
          settings,
          port ->
              // Whole, for who reads it while it is written.
              System.out.println(
                  "objectives-server: listening on %s:%d".formatted(settings.host(), port)));
    } catch (IllegalArgumentException | IOException e) {
      refuse(e.getMessage());
    }
  }

  private static void refuse(String message) {
    System.err.println("objectives-server: " + message);
    System.exit(BAD_USAGE);
  }
}
