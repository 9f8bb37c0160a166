import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Calls the stub as plainly as it can be done, with a Vert.x client on one event loop. */
final class BareClient implements Work, AutoCloseable {
  private static final Buffer BODY =
      Buffer.buffer("{\"model\":\"stub\",\"messages\":[{\"role\":\"user\",\"content\":\"GOOD BAD\"}]}");

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final HttpClient client;
  private final int port;

  BareClient(int port, int inFlight) {
    this.port = port;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true),
            new PoolOptions().setHttp1MaxSize(inFlight));
  }

  /** Two calls at once, ended when both are. */
  Work pairs() {
    return (number, ended) -> {
      AtomicInteger good = new AtomicInteger();
      AtomicInteger left = new AtomicInteger(2);
      Consumer<Boolean> one =
          well -> {
            good.addAndGet(well ? 1 : 0);
            if (left.decrementAndGet() == 0) {
              ended.accept(good.get() == 2);
            }
          };
      start(number, one);
      start(number, one);
    };
  }

  @Override
  public void start(long number, Consumer<Boolean> ended) {
    client
        .request(HttpMethod.POST, port, "127.0.0.1", "/v1/chat/completions")
        .compose(request -> request.putHeader("Content-Type", "application/json").send(BODY))
        .compose(response -> response.body().map(bytes -> response.statusCode() == 200))
        .onComplete(result -> ended.accept(result.succeeded() && result.result()));
  }

  @Override
  public void close() {
    vertx.close();
  }
}
