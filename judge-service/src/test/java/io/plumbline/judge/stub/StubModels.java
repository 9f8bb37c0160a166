package io.plumbline.judge.stub;

import io.plumbline.postgres.process.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Starts both stubs and points the service at them; gives its own gRPC server a known port. */
public final class StubModels implements QuarkusTestResourceLifecycleManager {
  private final StubChatServer chat = new StubChatServer();
  private final StubRewardServer rewards = new StubRewardServer();
  private final StubFacts facts = new StubFacts();
  private final StubFacts secrets = new StubFacts();

  @Override
  public Map<String, String> start() {
    String url = "http://127.0.0.1:" + chat.start();
    String port = freePort();
    Map<String, String> settings = new HashMap<>();
    settings.put("stub.chat.url", url);
    // In tests a client otherwise asks its own server.
    settings.put("quarkus.grpc.clients.reward.test-port", Integer.toString(rewards.start()));
    settings.put("quarkus.grpc.server.test-port", port);
    settings.put("stub.own.port", port);
    settings.put("stub.facts.url", facts.start());
    settings.put("stub.secrets.url", secrets.start());
    settings.put("plumbline.judge.reward.temperatures.fitted-and-set", "0.5");
    settings.put("plumbline.judge.lookup.origins", settings.get("stub.facts.url"));
    entry(settings, "default", url, Map.of("deadline", "10s"));
    entry(
        settings,
        "keyed",
        url,
        Map.of("models", "large,small", "cache", "false", "key-file", file("key", "s3cret\n")));
    entry(settings, "strict", url, Map.of("verdict", "probabilities"));
    entry(settings, "hasty", url, Map.of("deadline", "300ms", "retries", "1"));
    entry(settings, "small", url, Map.of("largest-answer", "100000", "cache", "false"));
    entry(settings, "fragile", url, Map.of("retries", "0", "cache", "false"));
    entry(
        settings,
        "narrow",
        url,
        Map.of("concurrency", "1", "queue", "1", "retries", "0", "cache", "false"));
    entry(settings, "priced", url, Map.of("prompt-price", "10000", "cache", "false"));
    entry(settings, "poor", url, Map.of("prompt-price", "10000", "budget", "4", "cache", "false"));
    entry(settings, "silent", url, Map.of("prompt-price", "10000", "budget", "0.01"));
    String recording = file("recording.jsonl", "");
    settings.put("stub.recording", recording);
    entry(settings, "recorded", url, Map.of("record", recording, "cache", "false"));
    settings.put("plumbline.judge.chat.replayed.replay", recording);
    settings.put("plumbline.judge.chat.replayed.model", "stub");
    return settings;
  }

  private static void entry(
      Map<String, String> settings, String name, String url, Map<String, String> own) {
    String prefix = "plumbline.judge.chat." + name + ".";
    settings.put(prefix + "url", url + "/v1");
    settings.put(prefix + "model", "stub");
    settings.put(prefix + "backoff", "10ms");
    own.forEach((key, value) -> settings.put(prefix + key, value));
  }

  private static String file(String name, String text) {
    try {
      Path file = Files.createTempDirectory("plumbline-judge").resolve(name);
      Files.writeString(file, text);
      return file.toString();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
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
    facts.stop();
    secrets.stop();
  }

  /** After the database, whose resource leaves the port to chance. */
  @Override
  public int order() {
    return 10;
  }
}
