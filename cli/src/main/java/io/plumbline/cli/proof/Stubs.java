package io.plumbline.cli.proof;

import io.plumbline.cli.suite.ServiceKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ports on which the black-box tests stand in for other people's servers.
 *
 * @param models an OpenAI-compatible endpoint
 * @param kubernetes an API server
 */
record Stubs(int models, int kubernetes) {
  private static final String NAMESPACE = "plumbline";

  /** What tells the tests where to listen. */
  List<String> flags() {
    return List.of(
        "-Dplumbline.stub.models=" + models, "-Dplumbline.stub.kubernetes=" + kubernetes);
  }

  /** What tells the services where to ask. */
  Map<ServiceKind, Map<String, String>> settings(Map<ServiceKind, PackageKind> packages) {
    String endpoint = "http://127.0.0.1:%d/v1".formatted(models);
    Map<ServiceKind, Map<String, String>> settings = new EnumMap<>(ServiceKind.class);
    settings.put(
        ServiceKind.JUDGE,
        Map.of("plumbline.judge.url", endpoint, "plumbline.judge.model", "stub"));
    Map<String, String> reward = rewardServers("http://127.0.0.1:" + models);
    if (packages.get(ServiceKind.REWARD) == PackageKind.NATIVE) {
      reward.put("plumbline.reward.encoder.url", endpoint);
      reward.put("plumbline.reward.encoder.model", "stub-embedder");
      reward.put("plumbline.reward.encoder.dimensions", "64");
    }
    settings.put(ServiceKind.REWARD, reward);
    settings.put(
        ServiceKind.TRAINER,
        Map.of(
            "quarkus.kubernetes-client.api-server-url",
            "http://127.0.0.1:" + kubernetes,
            "quarkus.kubernetes-client.namespace",
            NAMESPACE,
            "plumbline.launcher.kubernetes.namespace",
            NAMESPACE,
            "plumbline.worker.concurrency",
            "8"));
    return settings;
  }

  private static Map<String, String> rewardServers(String address) {
    Map<String, String> settings = new TreeMap<>();
    Map<String, String> names =
        Map.of("stub", "stub-reward", "pooling", "stub-reward", "squashed", "stub-squashed");
    names.forEach(
        (name, model) -> {
          settings.put("plumbline.reward.upstream." + name + ".url", address);
          settings.put("plumbline.reward.upstream." + name + ".model", model);
        });
    settings.put("plumbline.reward.upstream.pooling.kind", "pooling");
    settings.put("plumbline.reward.upstream.pooling.input", "text");
    return settings;
  }
}
