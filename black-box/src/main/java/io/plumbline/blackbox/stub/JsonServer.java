package io.plumbline.blackbox.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small HTTP server that reads and answers JSON. */
final class JsonServer implements AutoCloseable {
  private static final int THREADS = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /** What a request is answered with. */
  record Answer(int status, JsonNode body) {}

  /** Answers one request. */
  interface Handler {
    /**
     * @param body null where there is none
     */
    Answer handle(String method, String path, JsonNode body);
  }

  JsonServer(InetSocketAddress address, Handler handler) throws IOException {
    server = HttpServer.create(address, 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, handler));
    server.start();
  }

  private static void answer(HttpExchange exchange, Handler handler) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      Answer answer =
          handler.handle(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              sent.length == 0 ? null : JSON.readTree(sent));
      byte[] body = JSON.writeValueAsBytes(answer.body());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
