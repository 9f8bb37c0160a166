package io.plumbline.objectives.server;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.plumbline.api.v1alpha1.ObjectivesGrpc;
import io.plumbline.api.v1alpha1.ObjectivesGrpc.ObjectivesBlockingStub;
import java.io.IOException;
import java.util.Map;

/** A server on a free port of loopback and a client's connection to it. */
final class ServedObjectives implements AutoCloseable {
  private static final int LARGE = 64 << 20;

  private final ObjectiveServer server;
  private final ManagedChannel channel;

  private ServedObjectives(ObjectiveServer server) {
    this.server = server;
    this.channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port())
            .usePlaintext()
            .maxInboundMessageSize(LARGE)
            .build();
  }

  static ServedObjectives start() throws IOException {
    return start(Map.of());
  }

  static ServedObjectives start(Map<String, String> environment) throws IOException {
    return new ServedObjectives(
        ObjectiveServer.start(ServerSettings.of(environment).at("127.0.0.1", 0)));
  }

  ObjectiveServer server() {
    return server;
  }

  ManagedChannel channel() {
    return channel;
  }

  ObjectivesBlockingStub stub() {
    return ObjectivesGrpc.newBlockingStub(channel);
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.close();
  }
}
