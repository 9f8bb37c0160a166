package io.plumbline.models.download;

import io.plumbline.models.cache.ModelCache;
import io.plumbline.models.progress.DownloadProgress;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Fetches a file over HTTP, going on where an interrupted attempt stopped. The caller verifies the
 * bytes: a resumed file is only as good as its hash.
 */
public final class HttpDownload {

  private static final int ATTEMPTS = 3;
  private static final int BUFFER_BYTES = 1 << 16;

  private final ModelCache cache;

  /** Downloads onto the disk of {@code cache}. */
  public HttpDownload(ModelCache cache) {
    this.cache = cache;
  }

  /**
   * Completes {@code destination} with the bytes behind {@code source}.
   *
   * @param described names the artifact in progress and errors
   * @throws ModelException if the origin cannot be reached, has no such file, or the disk is full
   * @throws IOException if the file cannot be written
   */
  public void fetch(
      URI source,
      Map<String, String> headers,
      Path destination,
      String described,
      DownloadProgress progress)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        fetchOnce(source, headers, destination, described, progress);
        return;
      } catch (BrokenTransferException e) {
        if (attempt == ATTEMPTS) {
          throw unreachable(described, source, e.getCause());
        }
      }
    }
  }

  private void fetchOnce(
      URI source,
      Map<String, String> headers,
      Path destination,
      String described,
      DownloadProgress progress)
      throws IOException, BrokenTransferException {
    long present = Files.exists(destination) ? Files.size(destination) : 0;
    HttpURLConnection connection = HttpRequests.get(source, headers, described, present);
    try {
      int status = connection.getResponseCode();
      if (status == HttpRequests.RANGE_NOT_SATISFIABLE) {
        return;
      }
      boolean resumed = status == HttpURLConnection.HTTP_PARTIAL;
      long start = resumed ? present : 0;
      long remaining = connection.getContentLengthLong();
      if (remaining > 0) {
        cache.requireSpace(described, remaining);
      }
      long total = remaining < 0 ? -1 : start + remaining;
      try (OutputStream out =
          Files.newOutputStream(
              destination,
              StandardOpenOption.CREATE,
              resumed ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        copy(connection, out, start, total, described, progress);
      }
    } finally {
      connection.disconnect();
    }
  }

  private static void copy(
      HttpURLConnection connection,
      OutputStream out,
      long start,
      long total,
      String described,
      DownloadProgress progress)
      throws IOException, BrokenTransferException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long done = start;
    progress.advanced(described, done, total);
    try (InputStream in = HttpRequests.body(connection)) {
      for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
        out.write(buffer, 0, read);
        done += read;
        progress.advanced(described, done, total);
      }
    }
    if (total >= 0 && done < total) {
      throw new BrokenTransferException(
          new IOException("the connection closed after " + done + " of " + total + " bytes"));
    }
  }

  private static int read(InputStream in, byte[] buffer) throws BrokenTransferException {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new BrokenTransferException(e);
    }
  }

  /** The refusal for an origin that does not answer. */
  static ModelException unreachable(String described, URI source, Throwable origin) {
    return new ModelException(
        Reason.OFFLINE,
        described
            + " is not in the cache and "
            + source.getHost()
            + " cannot be reached ("
            + origin
            + ")",
        "check the network or proxy, or fill the cache where there is one and copy it here",
        origin);
  }
}
