package io.plumbline.judge.stub;

import io.plumbline.postgres.process.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Starts both stubs and points the service at them; gives its own gRPC server a known port. */
public final class StubModels implements QuarkusTestResourceLifecycleManager {
  private final StubChatServer chat = new StubChatServer();
  private final StubRewardServer rewards = new StubRewardServer();

  @Override
  public Map<String, String> start() {
    String url = "http://127.0.0.1:" + chat.start();
    String port = freePort();
    return Map.of(
        "stub.chat.url",
        url,
        "plumbline.judge.chat.default.url",
        url + "/v1",
        "plumbline.judge.chat.default.model",
        "stub",
        "plumbline.judge.chat.default.backoff",
        "10ms",
        "plumbline.judge.chat.default.deadline",
        "10s",
        // In tests a client otherwise asks its own server.
        "quarkus.grpc.clients.reward.test-port",
        Integer.toString(rewards.start()),
        "quarkus.grpc.server.test-port",
        port,
        "stub.own.port",
        port);
  }

  private static String freePort() {
    try {
      return Integer.toString(FreePort.any());
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @Override
  public void stop() {
    chat.stop();
    rewards.stop();
  }

  /** After the database, whose resource leaves the port to chance. */
  @Override
  public int order() {
    return 10;
  }
}
