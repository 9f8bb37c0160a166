package io.plumbline.cli.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Layers that several archives share while they are written; gone afterwards.
 *
 * @param directory where they lie
 */
record LayerCache(Path directory) implements AutoCloseable {

  /** A cache beside the archives, because they are large and temporary directories may not be. */
  static LayerCache in(Path archives) throws IOException {
    return new LayerCache(Files.createTempDirectory(archives, ".layers"));
  }

  @Override
  public void close() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
