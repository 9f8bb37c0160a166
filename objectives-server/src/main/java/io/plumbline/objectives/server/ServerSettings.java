package io.plumbline.objectives.server;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Where the server listens and how much it takes on.
 *
 * @param host address; loopback unless said otherwise
 * @param port TCP port; 0 takes a free one
 * @param threads evaluations at once, at least 1
 * @param waiting how many may wait besides, at least 1
 * @param maxMessageBytes largest request, at least 1024
 */
public record ServerSettings(String host, int port, int threads, int waiting, int maxMessageBytes) {
  /** Where sidecars listen unless said otherwise. */
  public static final int DEFAULT_PORT = 9084;

  private static final String PREFIX = "PLUMBLINE_OBJECTIVES_";
  private static final int DEFAULT_WAITING = 64;
  private static final int DEFAULT_MESSAGE = 64 << 20;
  private static final int LEAST_MESSAGE = 1024;
  private static final int MOST = Integer.MAX_VALUE;

  public ServerSettings {
    requireNonNull(host, "host is null");
    within("PORT", port, 0, 65_535);
    within("THREADS", threads, 1, MOST);
    within("WAITING", waiting, 1, MOST);
    within("MAX_MESSAGE_BYTES", maxMessageBytes, LEAST_MESSAGE, MOST);
  }

  /**
   * Reads {@code PLUMBLINE_OBJECTIVES_HOST}, {@code _PORT}, {@code _THREADS}, {@code _WAITING} and
   * {@code _MAX_MESSAGE_BYTES}.
   *
   * @throws IllegalArgumentException naming the variable that holds no number or one out of range
   */
  public static ServerSettings of(Map<String, String> environment) {
    return new ServerSettings(
        environment.getOrDefault(PREFIX + "HOST", "127.0.0.1"),
        number(environment, "PORT", DEFAULT_PORT),
        number(environment, "THREADS", Runtime.getRuntime().availableProcessors()),
        number(environment, "WAITING", DEFAULT_WAITING),
        number(environment, "MAX_MESSAGE_BYTES", DEFAULT_MESSAGE));
  }

  /** These at another address. */
  public ServerSettings at(String otherHost, int otherPort) {
    return new ServerSettings(otherHost, otherPort, threads, waiting, maxMessageBytes);
  }

  private static int number(Map<String, String> environment, String name, int initial) {
    String text = environment.getOrDefault(PREFIX + name, "").strip();
    try {
      return text.isEmpty() ? initial : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s%s: '%s' is not a whole number".formatted(PREFIX, name, text), e);
    }
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s%s: %d is outside %d to %d".formatted(PREFIX, name, value, least, most));
    }
  }
}
