package io.plumbline.cli.nativeimage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What programs have said, one after the other.
 *
 * @param file it is appended to
 */
record ToolLog(Path file) {
  private static final List<String> NPM_MARKS = List.of("npm error ", "npm ERR! ");
  private static final String MAVEN_MARK = "[ERROR] ";

  /** How long it is. */
  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /**
   * Why the program failed that wrote from a position on: what npm or Maven says of its error
   * first, or the last line.
   */
  String reason(long from) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int start = (int) Math.min(from, all.length);
    List<String> lines =
        new String(all, start, all.length - start, StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    for (String mark : NPM_MARKS) {
      String said =
          lines.stream()
              .filter(line -> line.startsWith(mark))
              .map(line -> line.substring(mark.length()))
              .limit(2)
              .collect(Collectors.joining(", "));
      if (!said.isEmpty()) {
        return said;
      }
    }
    return lines.stream()
        .filter(line -> line.startsWith(MAVEN_MARK) && !line.contains("COMPILATION ERROR"))
        .map(line -> line.substring(MAVEN_MARK.length()))
        .findFirst()
        .orElseGet(() -> lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1));
  }

  boolean contains(String text) throws IOException {
    try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.anyMatch(line -> line.contains(text));
    }
  }
}
