package io.plumbline.cli.suite;

import io.plumbline.cli.failure.CommandFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
   * Options of a Java that refuses to start where it cannot use it, and says where each class comes
   * from.
   *
   * @param log the file for what it says
   */
  List<String> checkingFlags(Path log) {
    List<String> flags = new ArrayList<>(flags());
    flags.addAll(ArchiveUse.flags(log));
    if (hasAotCache()) {
      flags.add("-XX:AOTMode=on");
    }
    return flags;
  }

  /**
   * Options of a Java that writes the archive of a package when it ends. An earlier archive is
   * deleted, and the new one has another name until it is whole.
   */
  static List<String> recordingFlags(Path jar) {
    delete(jar);
    return List.of(
        (hasAotCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + unfinished(jar));
  }

  /**
   * Takes a newly written archive into use and notes what it fits.
   *
   * @return the archive
   * @throws CommandFailedException when the program left none
   */
  static Path recorded(Path jar) {
    if (!Files.exists(unfinished(jar))) {
      throw new CommandFailedException(
          "no archive of classes was written: %s is missing; the service's log says why"
              .formatted(unfinished(jar)));
    }
    try {
      Files.write(inventory(file(jar)), inventoryOf(jar));
      return Files.move(unfinished(jar), file(jar), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot note what the archive fits", failed);
    }
  }

  /** Deletes the archive of a package, if it has one. */
  static void delete(Path jar) {
    try {
      Files.deleteIfExists(inventory(file(jar)));
      Files.deleteIfExists(file(jar));
      Files.deleteIfExists(unfinished(jar));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot delete the archive", failed);
    }
  }

  /** Where the archive of a package lies. */
  static Path file(Path jar) {
    return jar.resolveSibling(hasAotCache() ? "app.aot" : "app.jsa").toAbsolutePath();
  }

  private static boolean hasAotCache() {
    return Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
  }

  private static Path unfinished(Path jar) {
    return file(jar).resolveSibling("unfinished-" + file(jar).getFileName());
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
