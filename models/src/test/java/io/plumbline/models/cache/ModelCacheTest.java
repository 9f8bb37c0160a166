package io.plumbline.models.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCacheTest {

  /** SHA-256 of the three bytes "abc", FIPS 180-4 example. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path root;

  @Test
  void keepsWhatHashesAsPinned() {
    ModelCache cache = new ModelCache(root);

    Path blob = cache.obtainBlob(ABC, "abc", partial -> Files.writeString(partial, "abc"));

    assertThat(blob).isEqualTo(cache.blob(ABC)).hasContent("abc");
  }

  @Test
  void refusesAndForgetsWhatHashesOtherwise() {
    ModelCache cache = new ModelCache(root);

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () -> cache.obtainBlob(ABC, "abc", partial -> Files.writeString(partial, "abd")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_HASH))
        .withMessageContaining("not the pinned " + ABC);
    assertThat(cache.blob(ABC)).doesNotExist();
    assertThat(root.resolve("partial")).isEmptyDirectory();
  }

  @Test
  void namesTheRemedyWhenTheDiskIsFull() {
    ModelCache cache = new ModelCache(root);

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () ->
                cache.obtain(
                    "place",
                    partial -> {
                      throw new IOException("No space left on device");
                    }))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DISK_FULL))
        .withMessageContaining("PLUMBLINE_CACHE");
  }

  @Test
  void takesTheDirectoryThatTheEnvironmentNames() {
    assertThat(ModelCache.standard(Map.of("PLUMBLINE_CACHE", root.toString())).root())
        .isEqualTo(root.toAbsolutePath());
    assertThat(ModelCache.standard(Map.of()).root().toString()).endsWith("/.cache/plumbline");
  }

  @Test
  void fillsAPlaceOnceForManyThreads() throws Exception {
    Path log = root.resolve("log");
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Path>> futures =
          IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              new ModelCache(root.resolve("cache"))
                                  .obtain("place", partial -> CacheFiller.fill(partial, log))))
              .toList();
      for (Future<Path> future : futures) {
        assertThat(future.get()).hasSize(1_000_000);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(log).hasContent("filled");
  }

  @Test
  void fillsAPlaceOnceForTwoProcesses() throws Exception {
    Path log = root.resolve("log");
    Process first = startFiller(log);
    Process second = startFiller(log);

    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(log).hasContent("filled");
    assertThat(root.resolve("cache/place")).hasSize(1_000_000);
  }

  private Process startFiller(Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            CacheFiller.class.getName(),
            root.resolve("cache").toString(),
            log.toString())
        .inheritIO()
        .start();
  }
}
