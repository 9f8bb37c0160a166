package io.plumbline.reward.stub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An embedding and reward server on a bare socket, so that it can break HTTP. What a text asks for
 * by the name of a {@link Reply} it gets. {@code GET /log} tells the requests so far, {@code GET
 * /release} lets go of those held.
 */
final class StubServer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServerSocket socket;
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
  private final ArrayNode log = JSON.createArrayNode();
  private final CountDownLatch released = new CountDownLatch(1);

  StubServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  void stop() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "stub");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket client) {
    try (client) {
      StubRequest request = StubRequest.read(new BufferedInputStream(client.getInputStream()));
      if (request.path().equals("/log")) {
        whole(client, 200, "", JSON.writeValueAsString(log()));
      } else if (request.path().equals("/release")) {
        released.countDown();
        whole(client, 200, "", "{}");
      } else {
        answer(client, request);
      }
    } catch (IOException gone) {
      // The client went away, as some tests want.
      Thread.yield();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode log() {
    synchronized (log) {
      return log.deepCopy();
    }
  }

  private void answer(Socket client, StubRequest request) throws IOException, InterruptedException {
    synchronized (log) {
      log.addObject()
          .put("path", request.path())
          .put("authorization", request.authorization())
          .set("body", JSON.readTree(request.body()));
    }
    int attempt =
        attempts.computeIfAbsent(request.body(), body -> new AtomicInteger()).incrementAndGet();
    Reply reply = Reply.of(request.body());
    switch (reply) {
      case BUSY -> firstFails(client, request, attempt, 429);
      case FLAKY -> flaky(client, request, attempt);
      case DOWN -> whole(client, 503, "", "{\"error\":\"restarting\"}");
      case RESET -> reset(client);
      case SLOW -> untilGone(client);
      case HELD -> {
        released.await();
        whole(client, 200, "", content(request, reply));
      }
      case HALF -> half(client, content(request, reply));
      case BROKEN -> whole(client, 200, "", "{\"data\": [{\"index\": 0");
      case PAGE -> whole(client, 200, "", "<html>Welcome</html>");
      case HUGE -> endless(client);
      case LONG -> whole(client, 400, "", "{\"error\":\"maximum context length\"}");
      case LOCKED -> whole(client, 401, "", "{\"error\":\"who are you\"}");
      default -> whole(client, 200, "", content(request, reply));
    }
  }

  private static String content(StubRequest request, Reply reply) throws IOException {
    return StubAnswers.of(request.path(), JSON.readTree(request.body()), reply);
  }

  private void firstFails(Socket client, StubRequest request, int attempt, int status)
      throws IOException {
    if (attempt == 1) {
      whole(client, status, "Retry-After: 0\r\n", "{}");
    } else {
      whole(client, 200, "", content(request, Reply.WELL));
    }
  }

  private void flaky(Socket client, StubRequest request, int attempt) throws IOException {
    if (attempt == 1) {
      reset(client);
    } else {
      whole(client, 200, "", content(request, Reply.WELL));
    }
  }

  private static void whole(Socket client, int status, String headers, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    OutputStream out = client.getOutputStream();
    out.write(head(status, headers, bytes.length));
    out.write(bytes);
    out.flush();
  }

  private static void half(Socket client, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    OutputStream out = client.getOutputStream();
    out.write(head(200, "", bytes.length));
    out.write(bytes, 0, bytes.length / 2);
    out.flush();
  }

  private static void endless(Socket client) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(head(200, "", Integer.MAX_VALUE));
    byte[] spaces = " ".repeat(8192).getBytes(UTF_8);
    while (true) {
      out.write(spaces);
    }
  }

  private static void reset(Socket client) throws IOException {
    // Closing without lingering sends RST in the place of FIN.
    client.setSoLinger(true, 0);
    client.close();
  }

  private static void untilGone(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    while (in.read() >= 0) {
      Thread.yield();
    }
  }

  private static byte[] head(int status, String headers, int length) {
    return ("HTTP/1.1 %d Stub\r\nContent-Type: application/json\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n")
        .formatted(status, headers, length)
        .getBytes(ISO_8859_1);
  }
}
