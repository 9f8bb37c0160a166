package io.plumbline.cli.suite;

import io.plumbline.cli.failure.CommandFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes of a packaged service as an earlier run left them in memory: an AOT cache from JDK 25
 * on, an AppCDS archive before. It fits only the Java that wrote it and the very jars it was
 * written from, with their paths and times; a JVM that is given another one ignores it without a
 * word, so this looks first.
 *
 * @param file the archive
 * @param fits whether it can be used
 * @param remark what to say where it cannot
 */
record ClassArchive(Path file, boolean fits, Optional<String> remark) {
  static final int FIRST_WITH_AOT_CACHE = 25;

  /** The archive of a package, if it has one. */
  static ClassArchive of(Path jar) {
    Path file = file(jar);
    if (!Files.exists(file)) {
      return new ClassArchive(file, false, Optional.empty());
    }
    try {
      List<String> then = Files.readAllLines(inventory(file));
      List<String> now = inventoryOf(jar);
      then.removeAll(now);
      return then.isEmpty()
          ? new ClassArchive(file, true, Optional.empty())
          : new ClassArchive(file, false, Optional.of(refusal(file, then.get(0))));
    } catch (IOException unreadable) {
      return new ClassArchive(file, false, Optional.of(refusal(file, unreadable.toString())));
    }
  }

  private static String refusal(Path file, String what) {
    return "starts without %s, which was made for: %s".formatted(file, what);
  }

  /** Options of a Java that uses it. */
  List<String> flags() {
    if (!fits) {
      return List.of();
    }
    return hasAotCache()
        ? List.of("-XX:AOTCache=" + file)
        : List.of("-XX:SharedArchiveFile=" + file);
  }

  /**
   * Options of a Java that writes the archive of a package when it ends. An earlier archive is
   * deleted, so that it cannot be taken for this one.
   */
  static List<String> recordingFlags(Path jar) {
    try {
      Files.deleteIfExists(file(jar));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot replace the archive", failed);
    }
    return List.of(
        (hasAotCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file(jar));
  }

  /**
   * Notes what a newly written archive fits.
   *
   * @return the archive
   * @throws CommandFailedException when the program left none
   */
  static Path recorded(Path jar) {
    if (!Files.exists(file(jar))) {
      throw new CommandFailedException(
          "no archive of classes was written: %s is missing; the service's log says why"
              .formatted(file(jar)));
    }
    try {
      Files.write(inventory(file(jar)), inventoryOf(jar));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot note what the archive fits", failed);
    }
    return file(jar);
  }

  /** Where the archive of a package lies. */
  static Path file(Path jar) {
    return jar.resolveSibling(hasAotCache() ? "app.aot" : "app.jsa").toAbsolutePath();
  }

  private static boolean hasAotCache() {
    return Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
  }

  private static Path inventory(Path file) {
    return file.resolveSibling(file.getFileName() + ".inventory");
  }

  private static List<String> inventoryOf(Path jar) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("Java " + Runtime.version() + " in " + System.getProperty("java.home"));
    try (Stream<Path> files = Files.walk(jar.toAbsolutePath().getParent())) {
      for (Path each : files.filter(found -> found.toString().endsWith(".jar")).sorted().toList()) {
        lines.add(
            "%s of %s, %d bytes"
                .formatted(each, Files.getLastModifiedTime(each), Files.size(each)));
      }
    }
    return lines;
  }
}
