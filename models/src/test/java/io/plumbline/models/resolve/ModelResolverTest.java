package io.plumbline.models.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.models.progress.DownloadProgress;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelResolverTest {

  @TempDir Path root;

  private Path resolve(String reference) {
    return ModelResolver.standard(Map.of("PLUMBLINE_CACHE", root.resolve("cache").toString()))
        .resolve(reference, DownloadProgress.SILENT);
  }

  @Test
  void takesAFileWhereItLies() throws IOException {
    Path file = Files.writeString(root.resolve("model.bin"), "abc");

    // SHA-256 of "abc", FIPS 180-4 example.
    String hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(resolve("file:" + file + "#sha256=" + hash)).isEqualTo(file);
  }

  @Test
  void refusesAFileWithAnotherHash() throws IOException {
    Path file = Files.writeString(root.resolve("model.bin"), "abd");

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("file:" + file + "#sha256=" + "0".repeat(64)))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_HASH));
  }

  @Test
  void refusesAMissingFile() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("file:" + root.resolve("absent")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
  }

  @Test
  void refusesANameThatTheCatalogueLacks() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("stories16M"))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_REFERENCE))
        .withMessageContaining("unknown model reference 'stories16M'");
  }
}
