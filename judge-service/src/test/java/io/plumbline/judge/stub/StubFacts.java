package io.plumbline.judge.stub;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody's web server: {@code /height} is a text, {@code /hits} tells how often it was had. */
final class StubFacts {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger hits = new AtomicInteger();

  /** Its origin. */
  String start() {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> {
                  boolean counts = request.path().equals("/hits");
                  String text = counts ? Integer.toString(hits.get()) : "8849 m";
                  hits.addAndGet(counts ? 0 : 1);
                  request.response().putHeader("Content-Type", "text/plain").end(text);
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    return "http://127.0.0.1:" + server.actualPort();
  }

  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
