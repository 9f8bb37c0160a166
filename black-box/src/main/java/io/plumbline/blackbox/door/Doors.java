package io.plumbline.blackbox.door;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Both doors of one service, opened once for all tests. */
public final class Doors {
  private static final int LARGEST_MESSAGE = 64 * 1024 * 1024;

  /** Of anything that is asked, events of long work included. */
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private static final Map<Service, Doors> OPEN = new EnumMap<>(Service.class);

  private final Service service;
  private final Calls calls = new Calls();
  private final ManagedChannel connection;
  private final Channel channel;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  private Doors(Service service) {
    this.service = service;
    this.connection =
        NettyChannelBuilder.forTarget(service.grpc())
            .usePlaintext()
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .build();
    this.channel = ClientInterceptors.intercept(connection, new NotingInterceptor(calls, TIMEOUT));
  }

  public static synchronized Doors of(Service service) {
    return OPEN.computeIfAbsent(service, Doors::new);
  }

  public Channel channel() {
    return channel;
  }

  public Calls calls() {
    return calls;
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  public HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  public HttpResponse<String> put(String path, String body)
      throws IOException, InterruptedException {
    return send("PUT", path, body);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    URI uri = URI.create(service.rest() + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    calls.answered(method, uri.getPath(), answer.statusCode());
    return answer;
  }
}
