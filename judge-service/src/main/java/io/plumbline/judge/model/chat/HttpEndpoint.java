package io.plumbline.judge.model.chat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The one path of the OpenAI interface that a judge needs; bodies go out and come back as bytes. No
 * more of an answer is held than the limit says: the connection of a larger one is given up.
 */
final class HttpEndpoint {
  private static final String PATH = "/chat/completions";
  private static final int QUEUE = 100_000;

  private final Vertx vertx;
  private final HttpClient client;
  private final String address;
  private final Duration deadline;
  private final int largest;

  /**
   * @param url base URL up to the version
   * @param deadline of one exchange
   * @param connections at most
   * @param largest bytes of an answer
   */
  HttpEndpoint(Vertx vertx, String url, Duration deadline, int connections, int largest) {
    this.vertx = vertx;
    this.address = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + PATH;
    this.deadline = deadline;
    this.largest = largest;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) Math.min(deadline.toMillis(), Integer.MAX_VALUE))
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(QUEUE));
  }

  /**
   * @param key sent as a bearer token
   */
  Uni<HttpAnswer> post(Optional<String> key, byte[] body) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              HttpExchange exchange = new HttpExchange(vertx, client, largest, emitter);
              emitter.onTermination(exchange::abandon);
              exchange.begin(options(key), body, deadline);
            });
  }

  private RequestOptions options(Optional<String> key) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(address)
            .setFollowRedirects(false)
            .putHeader("Content-Type", "application/json")
            .putHeader("Accept", "*/*");
    key.ifPresent(secret -> options.putHeader("Authorization", "Bearer " + secret));
    return options;
  }
}
