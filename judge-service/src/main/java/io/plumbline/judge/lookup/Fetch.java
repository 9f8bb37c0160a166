package io.plumbline.judge.lookup;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;

/** One lookup with its redirects; everything runs on the context that began it. */
final class Fetch {
  private static final int MOST_REDIRECTS = 3;

  private final Vertx vertx;
  private final HttpClient client;
  private final Origins origins;
  private final int largest;
  private final Consumer<String> result;
  private final Buffer body = Buffer.buffer();
  private HttpClientRequest current;
  private long timer;
  private int redirects;
  private boolean ended;

  Fetch(Vertx vertx, HttpClient client, Origins origins, int largest, Consumer<String> result) {
    this.vertx = vertx;
    this.client = client;
    this.origins = origins;
    this.largest = largest;
    this.result = result;
  }

  void begin(URI address, long deadline) {
    vertx
        .getOrCreateContext()
        .runOnContext(
            now -> {
              timer =
                  vertx.setTimer(
                      deadline, late -> end("error: took longer than " + deadline + " ms"));
              get(address);
            });
  }

  private void get(URI address) {
    if (!origins.allow(address)) {
      end("error: " + address.getHost() + " is not among the allowed origins");
      return;
    }
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setFollowRedirects(false)
                .setAbsoluteURI(address.toASCIIString()))
        .onFailure(failure -> end("error: no connection"))
        .onSuccess(
            request -> {
              if (ended) {
                request.reset();
                return;
              }
              current = request;
              request
                  .send()
                  .onFailure(failure -> end("error: the connection broke"))
                  .onSuccess(response -> read(address, response));
            });
  }

  private void read(URI address, HttpClientResponse response) {
    int status = response.statusCode();
    String location = response.getHeader("Location");
    if (status / 100 == 3 && location != null) {
      // What is reset on purpose is no failure.
      response.exceptionHandler(expected -> {});
      response.request().reset();
      redirect(address, location);
      return;
    }
    response.exceptionHandler(failure -> end("error: the connection broke"));
    String type = response.getHeader("Content-Type");
    if (status != 200 || !isText(type)) {
      end(status != 200 ? "error: status " + status : "error: not a text, but " + type);
      return;
    }
    response.handler(
        chunk -> {
          if (body.length() + chunk.length() > largest) {
            end("error: larger than " + largest + " bytes");
          } else {
            body.appendBuffer(chunk);
          }
        });
    response.endHandler(
        all -> {
          current = null;
          end(body.toString());
        });
  }

  private void redirect(URI from, String location) {
    redirects++;
    if (redirects > MOST_REDIRECTS) {
      end("error: more than " + MOST_REDIRECTS + " redirects");
      return;
    }
    try {
      get(from.resolve(location));
    } catch (IllegalArgumentException wrong) {
      end("error: redirected to what is no address");
    }
  }

  private void end(String text) {
    if (ended) {
      return;
    }
    ended = true;
    vertx.cancelTimer(timer);
    if (current != null) {
      current.reset();
    }
    result.accept(text);
  }

  private static boolean isText(String type) {
    String name = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return name.startsWith("text/") || name.startsWith("application/json");
  }
}
