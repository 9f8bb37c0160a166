package io.plumbline.cli.suite;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks a service whether it is ready, on both its doors. */
final class Readiness {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /** True when REST says UP and gRPC says SERVING. */
  boolean isReady(String rest, String grpcAddress) throws InterruptedException {
    return isUp(rest) && isServing(grpcAddress);
  }

  private boolean isUp(String rest) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(rest + "/q/health/ready")).timeout(TIMEOUT).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // Nobody listens there yet.
      return false;
    }
  }

  private static boolean isServing(String address) {
    ManagedChannel channel = NettyChannelBuilder.forTarget(address).usePlaintext().build();
    try {
      return HealthGrpc.newBlockingStub(channel)
              .withDeadlineAfter(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
              .check(HealthCheckRequest.getDefaultInstance())
              .getStatus()
          == ServingStatus.SERVING;
    } catch (StatusRuntimeException e) {
      return false;
    } finally {
      channel.shutdownNow();
    }
  }
}
