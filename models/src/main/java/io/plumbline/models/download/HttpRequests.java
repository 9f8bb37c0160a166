package io.plumbline.models.download;

import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/** GET requests with bounded waits, redirects followed, and failures named. */
final class HttpRequests {

  /** The server has no bytes after those that are there: the file is complete. */
  static final int RANGE_NOT_SATISFIABLE = 416;

  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int REDIRECTS = 6;

  private HttpRequests() {}

  /**
   * Opens a GET for the bytes from {@code offset} on. Headers go to the first host only: a token is
   * not handed to where it redirects.
   */
  static HttpURLConnection get(
      URI source, Map<String, String> headers, String described, long offset)
      throws BrokenTransferException {
    URI target = source;
    try {
      for (int redirect = 0; redirect < REDIRECTS; redirect++) {
        HttpURLConnection connection = open(target, offset);
        if (source.getHost().equals(target.getHost())) {
          headers.forEach(connection::setRequestProperty);
        }
        int status = connection.getResponseCode();
        String location = connection.getHeaderField("Location");
        if (status < 300 || status == RANGE_NOT_SATISFIABLE) {
          return connection;
        }
        connection.disconnect();
        if (status >= 400 || location == null) {
          throw refused(described, target, status);
        }
        target = target.resolve(location);
      }
    } catch (IOException e) {
      throw new BrokenTransferException(e);
    }
    throw new BrokenTransferException(new IOException(source + " redirects without end"));
  }

  static InputStream body(HttpURLConnection connection) throws BrokenTransferException {
    try {
      return connection.getInputStream();
    } catch (IOException e) {
      throw new BrokenTransferException(e);
    }
  }

  private static HttpURLConnection open(URI target, long offset) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    if (offset > 0) {
      connection.setRequestProperty("Range", "bytes=" + offset + "-");
    }
    return connection;
  }

  private static RuntimeException refused(String described, URI target, int status)
      throws BrokenTransferException {
    return switch (status) {
      case 404, 410 ->
          new ModelException(
              Reason.NOT_FOUND,
              described + " is not at " + target + " (HTTP " + status + ")",
              "check the name, the revision and the file of the reference");
      case 401, 403 ->
          new ModelException(
              Reason.NOT_FOUND,
              target.getHost() + " refuses " + described + " (HTTP " + status + ")",
              "check the name, and give a token with access (HF_TOKEN for a hub, .npmrc for npm)");
      default -> throw new BrokenTransferException(new IOException(target + ": HTTP " + status));
    };
  }
}
