package io.plumbline.judge.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.judge.settings.JudgeSettings;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger atOther = new AtomicInteger();
  private int port;
  private int other;

  private record Settings(Optional<List<String>> origins, Duration deadline, int largest)
      implements JudgeSettings.LookupSettings {}

  @BeforeEach
  void serve() throws Exception {
    port = listening(vertx.createHttpServer().requestHandler(this::answer));
    other =
        listening(
            vertx
                .createHttpServer()
                .requestHandler(
                    request -> {
                      atOther.incrementAndGet();
                      request.response().putHeader("Content-Type", "text/plain").end("secret");
                    }));
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  // The limit is 10 bytes.
  @ParameterizedTest
  @CsvSource({
    "/text, 8849 m",
    "/json, {}",
    "/within, 8849 m",
    "/exact, 1234567890",
    "/large, error: larger than 10 bytes",
    "/endless, error: larger than 10 bytes",
    "/absent, error: status 404",
    "/image, 'error: not a text, but image/png'",
    "/loop, error: more than 3 redirects",
    "/reset, error: the connection broke"
  })
  void saysWhatStandsThereOrWhyNot(String path, String text) {
    assertThat(lookup(10_000).fetch(address(port, path)).await().atMost(PATIENCE)).isEqualTo(text);
  }

  @Test
  void goesToNoOtherOrigin() {
    Lookup lookup = lookup(10_000);

    assertThat(lookup.fetch(address(other, "/")).await().atMost(PATIENCE))
        .isEqualTo("error: 127.0.0.1 is not among the allowed origins");
    assertThat(lookup.fetch(address(port, "/away")).await().atMost(PATIENCE))
        .isEqualTo("error: 127.0.0.1 is not among the allowed origins");
    assertThat(lookup.fetch(URI.create("file:///etc/passwd")).await().atMost(PATIENCE))
        .startsWith("error: ");
    assertThat(atOther).hasValue(0);
  }

  @Test
  void waitsNoLongerThanTheDeadline() {
    assertThat(lookup(200).fetch(address(port, "/silent")).await().atMost(PATIENCE))
        .isEqualTo("error: took longer than 200 ms");
  }

  @Test
  void fetchesNothingWithoutOrigins() {
    Lookup none = new Lookup(vertx, new Settings(Optional.empty(), Duration.ofSeconds(10), 10));

    assertThat(none.fetch(address(port, "/text")).await().atMost(PATIENCE))
        .isEqualTo("error: 127.0.0.1 is not among the allowed origins");
  }

  @Test
  void refusesAnEntryThatIsNoOrigin() {
    assertThatThrownBy(
            () ->
                new Lookup(
                    vertx,
                    new Settings(Optional.of(List.of("example.org")), Duration.ofSeconds(10), 10)))
        .hasMessageContaining("plumbline.judge.lookup.origins: 'example.org' is no origin");
  }

  private Lookup lookup(long milliseconds) {
    return new Lookup(
        vertx,
        new Settings(
            Optional.of(List.of("http://127.0.0.1:" + port)), Duration.ofMillis(milliseconds), 10));
  }

  private static URI address(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static int listening(HttpServer server) throws Exception {
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS)
        .actualPort();
  }

  private void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response().putHeader("Content-Type", "text/plain");
    switch (request.path()) {
      case "/text" -> response.end("8849 m");
      case "/json" -> response.putHeader("Content-Type", "application/json").end("{}");
      case "/exact" -> response.end("1234567890");
      case "/large" -> response.end("12345678901");
      case "/endless" -> response.setChunked(true).write("12345678901");
      case "/image" -> response.putHeader("Content-Type", "image/png").end("x");
      case "/within" -> response.setStatusCode(302).putHeader("Location", "/text").end();
      case "/loop" -> response.setStatusCode(302).putHeader("Location", "/loop").end();
      case "/away" ->
          response
              .setStatusCode(302)
              .putHeader("Location", "http://127.0.0.1:" + other + "/")
              .end();
      case "/reset" -> request.connection().close();
      case "/silent" -> {}
      default -> response.setStatusCode(404).end();
    }
  }
}
