package io.plumbline.blackbox.door;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
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
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
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
    this.channel = ClientInterceptors.intercept(connection, new Noting());
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
    calls.rest(method, uri.getPath());
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private final class Noting implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      calls.grpc(method.getFullMethodName());
      return next.newCall(method, options);
    }
  }
}
