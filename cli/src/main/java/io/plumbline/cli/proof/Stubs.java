package io.plumbline.cli.proof;

import io.plumbline.cli.suite.ServiceKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the black-box tests stand in for other people's servers.
 *
 * @param host where the services find them
 * @param models an OpenAI-compatible endpoint
 * @param kubernetes an API server
 */
record Stubs(String host, int models, int kubernetes) {
  private static final String NAMESPACE = "plumbline";

  /** What tells the tests where to listen. */
  List<String> flags() {
    return List.of(
        "-Dplumbline.stub.models=" + models, "-Dplumbline.stub.kubernetes=" + kubernetes);
  }

  /**
   * What tells the services where to ask, and what the tests count on.
   *
   * @param withoutEncoder whether reward-service has none of its own
   */
  Map<ServiceKind, Map<String, String>> settings(boolean withoutEncoder) {
    String endpoint = address(models) + "/v1";
    Map<ServiceKind, Map<String, String>> settings = new EnumMap<>(ServiceKind.class);
    settings.put(
        ServiceKind.JUDGE,
        Map.of(
            "plumbline.judge.url",
            endpoint,
            "plumbline.judge.model",
            "stub",
            // A question is 100 tokens of the stub's: it costs 1.
            "plumbline.judge.chat.default.prompt-price",
            "10000"));
    Map<String, String> reward = rewardServers(address(models));
    if (withoutEncoder) {
      reward.put("plumbline.reward.encoder.url", endpoint);
      reward.put("plumbline.reward.encoder.model", "stub-embedder");
      reward.put("plumbline.reward.encoder.dimensions", "64");
    }
    settings.put(ServiceKind.REWARD, reward);
    settings.put(
        ServiceKind.TRAINER,
        Map.of(
            "quarkus.kubernetes-client.api-server-url",
            address(kubernetes),
            "quarkus.kubernetes-client.namespace",
            NAMESPACE,
            "plumbline.launcher.kubernetes.namespace",
            NAMESPACE,
            // A recipe's worker is a Job too, which nobody runs.
            "plumbline.worker.launcher",
            "kubernetes-job",
            "plumbline.worker.cancel-timeout",
            "10S",
            "plumbline.worker.concurrency",
            "8"));
    return settings;
  }

  private String address(int port) {
    return "http://%s:%d".formatted(host, port);
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
