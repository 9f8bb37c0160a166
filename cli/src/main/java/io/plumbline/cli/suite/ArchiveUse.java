package io.plumbline.cli.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a JVM took our classes from, by its own log of class loading.
 *
 * @param loaded how many of ours it loaded
 * @param archived how many of these came out of an archive
 */
public record ArchiveUse(long loaded, long archived) {
  /** Before the name of a class in the JVM's log. */
  private static final String OURS = "] io.plumbline.";

  /** How the JVM calls what is in an archive. */
  private static final String ARCHIVED = "source: shared objects file";

  /** Options of a Java that writes such a log. */
  static List<String> flags(Path log) {
    return List.of("-Xlog:class+load:file=" + log);
  }

  /** Reads the log. */
  public static ArchiveUse of(Path log) throws IOException {
    List<String> ours;
    try (var lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      ours = lines.filter(line -> line.contains(OURS)).toList();
    }
    return new ArchiveUse(
        ours.size(), ours.stream().filter(line -> line.contains(ARCHIVED)).count());
  }
}
