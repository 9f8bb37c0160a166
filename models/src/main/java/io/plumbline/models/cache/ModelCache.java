package io.plumbline.models.cache;

import static java.util.Objects.requireNonNull;

import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The directory that keeps models: every place in it is either absent or complete, whoever else is
 * filling it, because it is made aside under a lock and renamed into place.
 */
public final class ModelCache {

  /** Environment variable that names the cache directory. */
  public static final String VARIABLE = "PLUMBLINE_CACHE";

  private final Path root;

  /** A cache under {@code root}, which is made when first needed. */
  public ModelCache(Path root) {
    this.root = requireNonNull(root, "root is null").toAbsolutePath().normalize();
  }

  /** The cache that the environment asks for: {@value #VARIABLE}, or ~/.cache/plumbline. */
  public static ModelCache standard(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "");
    return new ModelCache(
        named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache", "plumbline")
            : Path.of(named));
  }

  /** Makes the content of a place at the path it is given, which lies beside the final one. */
  @FunctionalInterface
  public interface Filler {
    /** Writes a file or directory at {@code destination}; what an earlier attempt left is there. */
    void fill(Path destination) throws IOException;
  }

  /** The directory that holds everything. */
  public Path root() {
    return root;
  }

  /** Where the file with this SHA-256 lies, or would lie. */
  public Path blob(String sha256) {
    return root.resolve("blobs").resolve(sha256);
  }

  /**
   * Returns the place, filling it first if it is not there.
   *
   * @param place path relative to the cache's root
   * @throws ModelException if it cannot be filled; the place stays absent then
   */
  public Path obtain(String place, Filler filler) {
    Path target = root.resolve(place).normalize();
    if (!target.startsWith(root) || target.equals(root)) {
      throw new IllegalArgumentException("place " + place + " is outside the cache");
    }
    if (Files.exists(target)) {
      return target;
    }
    String key = place.replaceAll("[^A-Za-z0-9._@-]", "_");
    try (CacheLock lock = CacheLock.acquire(root.resolve("locks").resolve(key + ".lock"))) {
      if (Files.exists(target)) {
        return target;
      }
      Path partial = root.resolve("partial").resolve(key);
      Files.createDirectories(partial.getParent());
      Files.createDirectories(target.getParent());
      filler.fill(partial);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      return target;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * As {@link #obtain}, for a file whose SHA-256 is known.
   *
   * @throws ModelException with {@code WRONG_HASH} if the filler made other bytes
   */
  public Path obtainBlob(String sha256, String described, Filler filler) {
    return obtain(
        "blobs/" + sha256,
        partial -> {
          filler.fill(partial);
          String actual = Sha256.of(partial);
          if (!actual.equals(sha256)) {
            Files.deleteIfExists(partial);
            throw wrongHash(described, sha256, actual);
          }
        });
  }

  /** Refuses bytes that are not the pinned ones. */
  public static ModelException wrongHash(String described, String expected, String actual) {
    return new ModelException(
        Reason.WRONG_HASH,
        described + " has SHA-256 " + actual + ", not the pinned " + expected,
        "check the reference's hash, or whether the registry or mirror serves another file");
  }

  /** Refuses a download for which {@code bytes} more are needed than the disk has. */
  public void requireSpace(String described, long bytes) throws IOException {
    Files.createDirectories(root);
    long usable = Files.getFileStore(root).getUsableSpace();
    if (bytes > usable) {
      throw diskFull(described + " needs " + bytes + " bytes, " + usable + " are free", null);
    }
  }

  /** Deletes a file or directory with all in it; nothing happens where nothing is. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }

  private ModelException failed(IOException e) {
    String said = String.valueOf(e.getMessage());
    if (said.contains("No space left") || said.contains("quota")) {
      return diskFull(said, e);
    }
    return new ModelException(
        Reason.CACHE,
        "the model cache " + root + " failed (" + e.getClass().getSimpleName() + ": " + said + ")",
        "make it writable or set " + VARIABLE + " to another directory",
        e);
  }

  private ModelException diskFull(String cause, Throwable origin) {
    return new ModelException(
        Reason.DISK_FULL,
        "the disk of the model cache " + root + " is full (" + cause + ")",
        "free space or set " + VARIABLE + " to a directory on another disk",
        origin);
  }
}
