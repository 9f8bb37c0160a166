package io.plumbline.service.http;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** One request and its answer; all but the beginning runs on the context that began it. */
final class HttpExchange {
  private final Vertx vertx;
  private final HttpClient client;
  private final int largest;
  private final UniEmitter<? super HttpAnswer> result;
  private final Context context;
  private HttpClientRequest current;
  private Buffer body = Buffer.buffer();
  private long timer;
  private boolean ended;

  /**
   * @param largest bytes of the body
   */
  HttpExchange(Vertx vertx, HttpClient client, int largest, UniEmitter<? super HttpAnswer> result) {
    this.vertx = vertx;
    this.client = client;
    this.largest = largest;
    this.result = result;
    this.context = vertx.getOrCreateContext();
  }

  void begin(RequestOptions options, byte[] request, Duration deadline) {
    onContext(
        () -> {
          timer =
              vertx.setTimer(
                  deadline.toMillis(),
                  late -> fail(new TimeoutException("no answer within " + deadline)));
          client
              .request(options)
              .onFailure(this::fail)
              .onSuccess(to -> send(to, Buffer.buffer(request)));
        });
  }

  /** Gives the exchange up where it has not ended. */
  void abandon() {
    onContext(this::end);
  }

  private void onContext(Runnable work) {
    if (vertx.getOrCreateContext() == context) {
      work.run();
    } else {
      context.runOnContext(now -> work.run());
    }
  }

  private void send(HttpClientRequest to, Buffer request) {
    if (ended) {
      to.reset();
      return;
    }
    current = to;
    to.send(request).onFailure(this::fail).onSuccess(this::read);
  }

  private void read(HttpClientResponse response) {
    response.exceptionHandler(this::fail);
    response.handler(
        chunk -> {
          int room = largest - body.length();
          body.appendBuffer(chunk, 0, Math.min(room, chunk.length()));
          if (chunk.length() > room) {
            complete(response, false);
          }
        });
    response.endHandler(
        all -> {
          current = null;
          complete(response, true);
        });
  }

  private void complete(HttpClientResponse response, boolean whole) {
    if (!ended) {
      HttpAnswer answer =
          new HttpAnswer(
              response.statusCode(),
              Optional.ofNullable(response.getHeader("Retry-After")),
              body.getBytes(),
              whole);
      end();
      result.complete(answer);
    }
  }

  private void fail(Throwable failure) {
    if (!ended) {
      end();
      result.fail(failure);
    }
  }

  private void end() {
    if (ended) {
      return;
    }
    ended = true;
    vertx.cancelTimer(timer);
    body = Buffer.buffer();
    if (current != null) {
      current.reset();
    }
  }
}
