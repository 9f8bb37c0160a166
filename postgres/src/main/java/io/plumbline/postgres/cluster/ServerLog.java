package io.plumbline.postgres.cluster;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the reason of a failure in what PostgreSQL's programs print. */
public final class ServerLog {
  private static final Pattern REASON =
      Pattern.compile("^(?:.*\\b(?:ERROR|FATAL|PANIC):|initdb: error:)\\s+(.+)$");
  // A second run of an interrupted preparation meets its own databases.
  private static final Pattern HARMLESS = Pattern.compile("database \"\\w+\" already exists");

  private ServerLog() {}

  /** The first error, if there is one. */
  public static Optional<String> reason(String output) {
    return output
        .lines()
        .map(REASON::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .filter(reason -> !HARMLESS.matcher(reason).matches())
        .findFirst();
  }

  /** The first error, or else the last line, or else a remark that nothing was printed. */
  public static String reasonOrLastLine(String output) {
    List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
    return reason(output)
        .orElseGet(() -> lines.isEmpty() ? "it printed nothing" : lines.get(lines.size() - 1));
  }
}
