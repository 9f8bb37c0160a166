package io.plumbline.worker.process;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The command line of a worker.
 *
 * @param trainer host and port of trainer-service, "127.0.0.1:9002"
 * @param run the run to work on
 * @param token of this attempt
 * @param threads that libtorch computes with; 0 for OMP_NUM_THREADS
 * @param patience how long the trainer may be out of reach before the worker gives up
 */
public record WorkerArguments(
    String trainer, String run, String token, int threads, Duration patience) {

  /** Environment variable that carries the token where the command line does not. */
  public static final String TOKEN_VARIABLE = "PLUMBLINE_WORKER_TOKEN";

  /** How a worker is called. */
  public static final String USAGE =
      "--trainer HOST:PORT --run RUN_ID --token TOKEN [--threads N] [--patience SECONDS]"
          + " (the token may come in "
          + TOKEN_VARIABLE
          + ")";

  private static final Set<String> OPTIONS =
      Set.of("--trainer", "--run", "--token", "--threads", "--patience");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException that names the option and the usage
   */
  public static WorkerArguments parse(String[] arguments, Map<String, String> environment) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!OPTIONS.contains(arguments[i])) {
        throw new IllegalArgumentException("unknown option " + arguments[i] + ": use " + USAGE);
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " has no value: use " + USAGE);
      }
      given.put(arguments[i], arguments[i + 1]);
    }
    given.putIfAbsent("--token", environment.getOrDefault(TOKEN_VARIABLE, ""));
    return new WorkerArguments(
        required(given, "--trainer"),
        required(given, "--run"),
        required(given, "--token"),
        number(given, "--threads", 0),
        Duration.ofSeconds(number(given, "--patience", 60)));
  }

  private static String required(Map<String, String> given, String option) {
    String value = given.getOrDefault(option, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException(option + " is missing: use " + USAGE);
    }
    return value;
  }

  private static int number(Map<String, String> given, String option, int otherwise) {
    String value = given.getOrDefault(option, Integer.toString(otherwise));
    if (!value.matches("[0-9]{1,6}")) {
      throw new IllegalArgumentException(
          option + " is '" + value + "', not a whole number: use " + USAGE);
    }
    return Integer.parseInt(value);
  }
}
