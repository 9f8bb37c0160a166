package io.plumbline.service.http;

import io.plumbline.service.guard.FailureReason;
import io.plumbline.service.guard.TransientFailureException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Somebody's server; bodies go out and come back as bytes. No more of an answer is held than the
 * limit says: the connection of a larger one is given up.
 */
public final class HttpEndpoint {
  private static final int QUEUE = 100_000;

  private final Vertx vertx;
  private final HttpClient client;
  private final String base;
  private final Duration deadline;
  private final int largest;

  /**
   * @param url base URL up to the version
   * @param deadline of one exchange
   * @param connections at most
   * @param largest bytes of an answer
   */
  public HttpEndpoint(Vertx vertx, String url, Duration deadline, int connections, int largest) {
    this.vertx = vertx;
    this.base = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url).toString();
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
   * Posts JSON; the answer comes on an event loop. Fails with {@link TimeoutException} past the
   * deadline and with {@link TransientFailureException} where nothing came back: refused, reset or
   * closed connections may work the next time.
   *
   * @param path added to the base URL
   * @param key sent as a bearer token
   */
  public Uni<HttpAnswer> post(String path, Optional<String> key, byte[] body) {
    return exchanged(path, key, body).onFailure().transform(HttpEndpoint::lost);
  }

  private Uni<HttpAnswer> exchanged(String path, Optional<String> key, byte[] body) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              HttpExchange exchange = new HttpExchange(vertx, client, largest, emitter);
              emitter.onTermination(exchange::abandon);
              exchange.begin(options(path, key), body, deadline);
            });
  }

  private RequestOptions options(String path, Optional<String> key) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setAbsoluteURI(base + path)
            .setFollowRedirects(false)
            .putHeader("Content-Type", "application/json")
            .putHeader("Accept", "*/*");
    key.ifPresent(secret -> options.putHeader("Authorization", "Bearer " + secret));
    return options;
  }

  private static Throwable lost(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return failure;
    }
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return new TransientFailureException(
        "connection: " + FailureReason.of(cause), Optional.empty(), false);
  }
}
