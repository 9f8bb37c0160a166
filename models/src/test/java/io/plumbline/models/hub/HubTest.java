package io.plumbline.models.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.progress.DownloadProgress;
import io.plumbline.models.reference.HubReference;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import io.plumbline.models.reference.ModelReference;
import io.plumbline.models.testing.StubServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubTest {

  /** SHA-256 of the three bytes "abc", FIPS 180-4 example. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  /** What `printf '{}' | git hash-object --stdin` prints. */
  private static final String EMPTY_OBJECT = "9e26dfeeb6e641a33dae4961196235bdb965b21b";

  private static final String COMMIT = "1".repeat(40);

  @TempDir Path root;
  private StubServer server;

  @BeforeEach
  void publish() throws IOException {
    server =
        new StubServer()
            .serve("/api/models/owner/name/revision/main", bytes("{\"sha\":\"" + COMMIT + "\"}"))
            .serve("/owner/name/resolve/" + COMMIT + "/config.json", bytes("{}"))
            .serve("/owner/name/resolve/" + COMMIT + "/model.safetensors", bytes("abc"));
    listing(EMPTY_OBJECT, ABC);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void listing(String configuration, String weights) {
    server.serve(
        "/api/models/owner/name/tree/" + COMMIT,
        bytes(
            """
            [{"type":"file","path":"README.md","oid":"0"},
             {"type":"file","path":"config.json","oid":"%s"},
             {"type":"file","path":"model.safetensors","oid":"0","lfs":{"oid":"%s"}}]
            """
                .formatted(configuration, weights)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path resolve(String reference) {
    ModelCache cache = new ModelCache(root);
    return new Hub(cache, server.uri("").toString(), "")
        .resolve((HubReference) ModelReference.parse(reference), DownloadProgress.SILENT);
  }

  @Test
  void fetchesTheFilesOfAModelAndNoOthers() {
    Path directory = resolve("hf:owner/name@main");

    assertThat(directory.resolve("config.json")).hasContent("{}");
    assertThat(directory.resolve("model.safetensors")).hasContent("abc");
    assertThat(directory.resolve("README.md")).doesNotExist();
  }

  @Test
  void refusesWeightsThatAreNotWhatTheHubLists() {
    listing(EMPTY_OBJECT, "0".repeat(64));

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("hf:owner/name@main"))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_HASH));
  }

  @Test
  void refusesWeightsThatAreNotThePinnedOnes() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("hf:owner/name@main#sha256=" + "0".repeat(64)))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_HASH));
  }

  @Test
  void saysThatARevisionIsNotThere() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("hf:owner/name@other"))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
  }
}
