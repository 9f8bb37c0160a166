package io.plumbline.cli.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the reason why a service ended in its log. */
final class ServiceLog {
  // The innermost cause says what happened; the first line only that something did.
  private static final Pattern CAUSE =
      Pattern.compile("^Caused by: |^Exception in thread|\\bERROR\\b|\\bFATAL\\b|^Error: ");
  private static final int LONGEST = 300;

  private ServiceLog() {}

  /**
   * The line that names the reason best.
   *
   * @param log the file
   * @param start where the last start of the service began, in bytes
   */
  static String reason(Path log, long start) {
    try {
      byte[] all = Files.readAllBytes(log);
      int from = (int) Math.min(start, all.length);
      return reason(
          new String(Arrays.copyOfRange(all, from, all.length), StandardCharsets.UTF_8)
              .lines()
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String reason(List<String> lines) {
    String found = "it left nothing in its log";
    for (String line : lines) {
      if (CAUSE.matcher(line).find()) {
        found = line;
      }
    }
    String reason = found.replaceFirst("^Caused by: (?:[\\w.$]+: )*", "").strip();
    return reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…";
  }
}
