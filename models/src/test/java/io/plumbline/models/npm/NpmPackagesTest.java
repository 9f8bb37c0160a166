package io.plumbline.models.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.progress.DownloadProgress;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import io.plumbline.models.reference.ModelReference;
import io.plumbline.models.reference.NpmReference;
import io.plumbline.models.testing.StubServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmPackagesTest {

  /** SHA-256 of the three bytes "abc", FIPS 180-4 example. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path root;
  private StubServer server;
  private Path npm;

  @BeforeEach
  void publish() throws Exception {
    byte[] tarball =
        Tarball.of(
            Map.of(
                "weights/model.bin", "abc".getBytes(StandardCharsets.US_ASCII),
                "package.json", "{}".getBytes(StandardCharsets.US_ASCII)));
    server = new StubServer().serve("/model-1.0.0.tgz", tarball);
    String integrity =
        "sha512-"
            + Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-512").digest(tarball));
    npm =
        script(
            "printf '{\"tarball\":\"%s\",\"integrity\":\"%s\"}' '"
                + server.uri("/model-1.0.0.tgz")
                + "' '"
                + integrity
                + "'");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path script(String body) throws IOException {
    Path file = Files.writeString(root.resolve("npm"), "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Path resolve(String reference) {
    ModelCache cache = new ModelCache(root.resolve("cache"));
    return new NpmPackages(cache, npm.toString())
        .resolve((NpmReference) ModelReference.parse(reference), DownloadProgress.SILENT);
  }

  @Test
  void fetchesOneFileOfAPackage() {
    assertThat(resolve("npm:model@1.0.0!/weights/model.bin#sha256=" + ABC)).hasContent("abc");
  }

  @Test
  void unpacksAPackage() {
    Path directory = resolve("npm:model@1.0.0");

    assertThat(directory.resolve("weights/model.bin")).hasContent("abc");
    assertThat(directory.resolve("package.json")).hasContent("{}");
  }

  @Test
  void answersFromTheCacheWhenTheRegistryIsGone() {
    resolve("npm:model@1.0.0!/weights/model.bin#sha256=" + ABC);
    server.close();

    assertThat(resolve("npm:model@1.0.0!/weights/model.bin#sha256=" + ABC)).hasContent("abc");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void refusesAFileThatIsNotThePinnedOne() {
    String other = "0".repeat(64);

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("npm:model@1.0.0!/weights/model.bin#sha256=" + other))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_HASH))
        .withMessageContaining("has SHA-256 " + ABC);
  }

  @Test
  void refusesATarballThatIsNotWhatTheRegistryDescribes() {
    server.serve("/model-1.0.0.tgz", new byte[] {1, 2, 3});

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("npm:model@1.0.0"))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_HASH));
  }

  @Test
  void saysThatAFileIsNotInThePackage() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("npm:model@1.0.0!/absent"))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND))
        .withMessageContaining("model@1.0.0 has no file /absent");
  }

  @Test
  void tellsAMissingPackageFromAMissingNetwork() throws IOException {
    npm = script("echo '{\"error\":{\"code\":\"E404\"}}'; exit 1");
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("npm:model@1.0.0"))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));

    npm = script("echo '{\"error\":{\"code\":\"ENOTFOUND\"}}'; exit 1");
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("npm:model@1.0.0"))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.OFFLINE))
        .withMessageContaining("is not in the cache and npm failed (ENOTFOUND)");
  }

  @Test
  void asksForNpmWhereThereIsNone() {
    npm = root.resolve("no-such-npm");

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> resolve("npm:model@1.0.0"))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.OFFLINE))
        .withMessageContaining("install npm");
  }
}
