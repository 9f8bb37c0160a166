package io.plumbline.reward.stub;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Points a reward-service at the stub; the property {@code stub} says where it is. */
public final class StubResource implements QuarkusTestResourceLifecycleManager {
  private StubServer server;

  @Override
  public Map<String, String> start() {
    server = new StubServer();
    String address = "http://127.0.0.1:" + server.port();
    Map<String, String> settings = new HashMap<>();
    settings.put("stub", address);
    settings.put("plumbline.reward.encoder.url", address + "/v1");
    settings.put("plumbline.reward.encoder.model", "stub-embedder");
    settings.put("plumbline.reward.encoder.dimensions", "4");
    patient(settings, "plumbline.reward.encoder");
    reward(settings, address, "dialogues", Map.of("key-variable", "PATH"));
    reward(settings, address, "texts", Map.of("kind", "pooling", "input", "text"));
    reward(settings, address, "two", Map.of("model", "two", "output", "1", "outputs", "2"));
    reward(settings, address, "tokens", Map.of("model", "tokens", "kind", "pooling"));
    reward(settings, address, "squashed", Map.of("model", "squashed"));
    reward(settings, address, "reported", Map.of("model", "squashed", "probe.mode", "report"));
    reward(settings, address, "reversed", Map.of("model", "reversed"));
    reward(settings, address, "constant", Map.of("model", "constant"));
    reward(
        settings,
        address,
        "own-pair",
        Map.of("probe.prompt", "Which?", "probe.chosen", "bad", "probe.rejected", "good"));
    reward(settings, "http://127.0.0.1:1", "away", Map.of());
    return settings;
  }

  private static void reward(
      Map<String, String> settings, String address, String name, Map<String, String> own) {
    String property = "plumbline.reward.upstream." + name;
    settings.put(property + ".url", address);
    settings.put(property + ".model", "reward-1");
    patient(settings, property);
    own.forEach((key, value) -> settings.put(property + "." + key, value));
  }

  private static void patient(Map<String, String> settings, String property) {
    settings.put(property + ".deadline", "2s");
    settings.put(property + ".retries", "2");
    settings.put(property + ".backoff", "10ms");
    settings.put(property + ".largest-answer", "65536");
  }

  @Override
  public void stop() {
    server.stop();
  }
}
