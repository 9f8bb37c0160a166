package io.plumbline.postgres.installation;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * PostgreSQL's programs on disk, unpacked once from the archive on the class path.
 *
 * @param directory holds {@code bin/}, {@code lib/} and {@code share/}
 */
public record Installation(Path directory) {
  public Installation {
    requireNonNull(directory, "directory is null");
  }

  /** {@code $PLUMBLINE_CACHE/postgres}, or {@code ~/.cache/plumbline/postgres}. */
  public static Path defaultCache() {
    String cache = System.getenv("PLUMBLINE_CACHE");
    Path base =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache", "plumbline")
            : Path.of(cache);
    return base.resolve("postgres");
  }

  /**
   * Unpacks the programs below a cache directory, unless they are there. Two processes may do so at
   * once.
   *
   * @throws IOException when there is no archive for this machine or the disk is full
   */
  public static Installation under(Path cache) throws IOException {
    String archive = archiveName();
    Path home = cache.resolve(digest(archive).substring(0, 16));
    if (!Files.isDirectory(home)) {
      Files.createDirectories(cache);
      unpackOnce(archive, cache, home);
    }
    return new Installation(home);
  }

  public Path program(String name) {
    return directory.resolve("bin").resolve(name);
  }

  private static void unpackOnce(String archive, Path cache, Path home) throws IOException {
    Path lockFile = cache.resolve(home.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (Files.isDirectory(home)) {
        return;
      }
      Path unfinished = cache.resolve(home.getFileName() + ".unfinished");
      DirectoryTree.delete(unfinished);
      try (InputStream stream = open(archive)) {
        TarArchive.unpack(stream, unfinished);
      } catch (IOException e) {
        DirectoryTree.delete(unfinished);
        throw new IOException(
            "cannot unpack PostgreSQL into %s: %s; make room there or set PLUMBLINE_CACHE"
                .formatted(cache, e.getMessage()),
            e);
      }
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static String archiveName() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String architecture = machine.equals("aarch64") ? "arm_64" : "x86_64";
    return "/postgres-linux-%s.txz".formatted(architecture);
  }

  private static String digest(String archive) throws IOException {
    try (InputStream stream = open(archive)) {
      return Sha256.of(stream);
    }
  }

  private static InputStream open(String archive) throws IOException {
    InputStream stream = Installation.class.getResourceAsStream(archive);
    if (stream == null) {
      throw new IOException(
          "no PostgreSQL for %s on %s is packaged; only Linux on x86-64 is"
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }
    return stream;
  }
}
