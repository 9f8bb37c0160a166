package io.plumbline.objectives.server;

import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.plumbline.api.v1alpha1.ObjectivesGrpc;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.objectives.server.service.EvaluationPool;
import io.plumbline.objectives.server.service.ObjectivesService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A running gRPC server with the objectives, health and reflection. */
public final class ObjectiveServer implements AutoCloseable {
  /** Within the 30 seconds that Kubernetes gives; an evaluation takes milliseconds. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  /** A request of several megabytes is on its way without waiting for window updates. */
  private static final int FLOW_CONTROL_WINDOW = 8 << 20;

  private static final int LEAST_SECONDS_BETWEEN_PINGS = 10;

  private final Server server;
  private final EvaluationPool pool;
  private final HealthStatusManager health;

  private ObjectiveServer(Server server, EvaluationPool pool, HealthStatusManager health) {
    this.server = server;
    this.pool = pool;
    this.health = health;
  }

  /**
   * Starts a server.
   *
   * @throws IOException when the address cannot be had
   */
  public static ObjectiveServer start(ServerSettings settings) throws IOException {
    EvaluationPool pool = new EvaluationPool(settings.threads(), settings.waiting());
    HealthStatusManager health = new HealthStatusManager();
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(settings.host(), settings.port()))
            // Evaluations go to the pool, which is bounded; what is left is reading and writing.
            .directExecutor()
            .maxInboundMessageSize(settings.maxMessageBytes())
            // One connection alone never fills the pool: HTTP/2 holds its further calls back. A
            // thread is busy a moment longer than its call, so the threads do not count.
            .maxConcurrentCallsPerConnection(settings.waiting())
            .initialFlowControlWindow(FLOW_CONTROL_WINDOW)
            .permitKeepAliveTime(LEAST_SECONDS_BETWEEN_PINGS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .addService(new ObjectivesService(Catalogue.standard(), pool))
            .addService(health.getHealthService())
            .addService(ProtoReflectionServiceV1.newInstance())
            .build();
    try {
      server.start();
    } catch (IOException e) {
      pool.close(Duration.ZERO);
      throw new IOException(
          "cannot listen on %s:%d (%s); choose another port"
              .formatted(settings.host(), settings.port(), reason(e)),
          e);
    }
    health.setStatus(ObjectivesGrpc.SERVICE_NAME, ServingStatus.SERVING);
    return new ObjectiveServer(server, pool, health);
  }

  /** The operating system's word, which gRPC keeps as the innermost cause. */
  private static String reason(IOException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }

  /** The port it listens on. */
  public int port() {
    return server.getPort();
  }

  /** Waits until the server has stopped. */
  public void awaitTermination() throws InterruptedException {
    server.awaitTermination();
  }

  /**
   * Stops: health turns to NOT_SERVING, new calls are refused, and those that run may end within 20
   * seconds.
   */
  @Override
  public void close() {
    health.enterTerminalState();
    server.shutdown();
    try {
      if (!server.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        server.shutdownNow();
      }
    } catch (InterruptedException e) {
      server.shutdownNow();
      Thread.currentThread().interrupt();
    }
    pool.close(Duration.ZERO);
  }
}
