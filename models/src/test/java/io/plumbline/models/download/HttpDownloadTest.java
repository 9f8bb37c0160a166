package io.plumbline.models.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.progress.DownloadProgress;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import io.plumbline.models.testing.StubServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpDownloadTest {

  private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path root;
  private StubServer server;
  private HttpDownload download;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer().serve("/file", CONTENT);
    download = new HttpDownload(new ModelCache(root.resolve("cache")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void fetch(URI source, Path destination, DownloadProgress progress) throws IOException {
    download.fetch(source, Map.of(), destination, "the file", progress);
  }

  @Test
  void goesOnWhereAnEarlierAttemptStopped() throws IOException {
    Path destination = root.resolve("file");
    Files.writeString(destination, "0123");
    List<Long> seen = new ArrayList<>();

    fetch(server.uri("/file"), destination, (artifact, done, total) -> seen.add(done));

    assertThat(destination).hasContent("0123456789");
    assertThat(server.requests()).contains("/file bytes=4-");
    assertThat(seen).startsWith(4L).endsWith(10L);
  }

  @Test
  void saysWhereAMissingFileWasLookedFor() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () -> fetch(server.uri("/absent"), root.resolve("file"), DownloadProgress.SILENT))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND))
        .withMessageContaining("/absent (HTTP 404): check the name");
  }

  @Test
  void refusesWhatTheDiskCannotHold() {
    server.pretendLength(Long.MAX_VALUE);

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> fetch(server.uri("/file"), root.resolve("file"), DownloadProgress.SILENT))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DISK_FULL))
        .withMessageContaining("free space or set PLUMBLINE_CACHE");
  }

  @Test
  void saysThatItIsOfflineWhenNobodyAnswers() {
    URI gone = server.uri("/file");
    server.close();

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> fetch(gone, root.resolve("file"), DownloadProgress.SILENT))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.OFFLINE))
        .withMessageContaining("is not in the cache and 127.0.0.1 cannot be reached");
  }

  @Test
  void refusesAFileThatIsCutShortEachTime() {
    server.pretendLength(CONTENT.length + 5);

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> fetch(server.uri("/file"), root.resolve("file"), DownloadProgress.SILENT))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.OFFLINE));
  }
}
