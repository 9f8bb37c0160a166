import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;

/**
 * An OpenAI-compatible endpoint on one event loop that prefers the answer that says GOOD, after a
 * fixed latency: {@code java Stub.java PORT LATENCY_MILLISECONDS}.
 */
public final class Stub {
  private Stub() {}

  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[0]);
    long latency = Long.parseLong(arguments[1]);
    Buffer first = answer("A");
    Buffer second = answer("B");
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    vertx
        .createHttpServer(new HttpServerOptions().setAcceptBacklog(4096).setTcpNoDelay(true))
        .requestHandler(
            request ->
                request
                    .body()
                    .onSuccess(
                        body -> {
                          String text = body.toString();
                          Buffer answer =
                              text.lastIndexOf("GOOD") < text.lastIndexOf("BAD") ? first : second;
                          vertx.setTimer(
                              latency,
                              timer ->
                                  request
                                      .response()
                                      .putHeader("Content-Type", "application/json")
                                      .end(answer));
                        }))
        .listen(port, "127.0.0.1")
        .onSuccess(server -> System.out.println("stub listens on " + port))
        .onFailure(
            failure -> {
              System.err.println("stub: " + failure.getMessage());
              System.exit(2);
            });
  }

  private static Buffer answer(String letter) {
    return Buffer.buffer(
        "{\"id\":\"stub\",\"object\":\"chat.completion\",\"model\":\"stub\",\"choices\":[{\"index\":0,"
            + "\"message\":{\"role\":\"assistant\",\"content\":\""
            + letter
            + "\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":1,\"total_tokens\":101}}");
  }
}
