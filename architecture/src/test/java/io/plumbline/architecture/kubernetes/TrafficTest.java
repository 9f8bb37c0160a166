package io.plumbline.architecture.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrafficTest {

  static Stream<Manifests> manifests() {
    return Manifests.all();
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void workloadsSelectTheirOwnPodsAndNoOthers(Manifests manifests) {
    assertThat(manifests.workloads())
        .isNotEmpty()
        .allSatisfy(
            workload ->
                assertThat(manifests.selectedBy(workload.at("/spec/selector")))
                    .containsExactly(workload));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void servicesReachAPortOfOneWorkload(Manifests manifests) {
    assertThat(manifests.ofKind("Service"))
        .isNotEmpty()
        .allSatisfy(
            service -> {
              ObjectNode selector = JsonNodeFactory.instance.objectNode();
              selector.set("matchLabels", service.at("/spec/selector"));
              List<ObjectNode> selected = manifests.selectedBy(selector);
              assertThat(selected).as(Manifests.name(service)).hasSize(1);
              Map<String, Integer> ports = Manifests.ports(selected.get(0));
              assertThat(Manifests.elements(service.at("/spec/ports")))
                  .allSatisfy(
                      port ->
                          assertThat(ports)
                              .containsEntry(
                                  port.get("targetPort").asText(), port.get("port").asInt()));
            });
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void everyContainerIsProbedAtOneOfItsPorts(Manifests manifests) {
    manifests
        .workloads()
        .forEach(
            workload ->
                Manifests.containers(workload)
                    .forEach(
                        container -> {
                          for (String probe :
                              List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                            assertThat(container.has(probe))
                                .as(Manifests.name(workload) + " " + probe)
                                .isTrue();
                            JsonNode http = container.get(probe).path("httpGet");
                            if (!http.isMissingNode()) {
                              assertThat(Manifests.ports(workload))
                                  .containsKey(http.get("port").asText());
                            }
                          }
                        }));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void servicesListenWhereTheirPortsSay(Manifests manifests) {
    Set<String> seen = new HashSet<>();
    for (String service : List.of("judge", "reward", "trainer")) {
      JsonNode settings = configMap(manifests, service);
      manifests
          .workloads()
          .filter(workload -> usesConfigMap(workload, service))
          .forEach(
              workload -> {
                seen.add(service);
                assertThat(Manifests.ports(workload))
                    .containsEntry("http", settings.get("QUARKUS_HTTP_PORT").asInt())
                    .containsEntry("grpc", settings.get("QUARKUS_GRPC_SERVER_PORT").asInt());
              });
    }
    assertThat(seen).containsExactlyInAnyOrder("judge", "reward", "trainer");
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void clientsCallServicesThatAreThere(Manifests manifests) {
    List<String> addresses = addresses(manifests);

    assertThat(addresses).hasSize(4).allSatisfy(address -> isServed(manifests, address));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void networkPoliciesNameExistingPodsAndPorts(Manifests manifests) {
    assertThat(manifests.ofKind("NetworkPolicy"))
        .isNotEmpty()
        .allSatisfy(
            policy -> {
              List<ObjectNode> selected = manifests.selectedBy(policy.at("/spec/podSelector"));
              if (!Manifests.name(policy).equals("trainer-worker")) {
                assertThat(selected).as(Manifests.name(policy)).isNotEmpty();
              }
              Set<Integer> ports = new HashSet<>();
              selected.forEach(workload -> ports.addAll(Manifests.ports(workload).values()));
              assertThat(policy.at("/spec/ingress").findValues("port"))
                  .as(Manifests.name(policy))
                  .allSatisfy(port -> assertThat(ports).contains(port.asInt()));
            });
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void everyPodIsClosedByDefault(Manifests manifests) {
    ObjectNode deny =
        manifests
            .ofKind("NetworkPolicy")
            .filter(policy -> Manifests.name(policy).equals("deny"))
            .findFirst()
            .orElseThrow();

    assertThat(deny.at("/spec/podSelector")).isEmpty();
    assertThat(deny.at("/spec/policyTypes"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("Ingress", "Egress");
  }

  /** HOST:PORT of everything that settings name. */
  private static List<String> addresses(Manifests manifests) {
    JsonNode judge = configMap(manifests, "judge");
    JsonNode trainer = configMap(manifests, "trainer");
    return List.of(
        judge.get("QUARKUS_GRPC_CLIENTS_REWARD_HOST").asText()
            + ":"
            + judge.get("QUARKUS_GRPC_CLIENTS_REWARD_PORT").asText(),
        trainer.get("PLUMBLINE_JUDGE_ADDRESS").asText(),
        trainer.get("PLUMBLINE_REWARD_ADDRESS").asText(),
        trainer.get("PLUMBLINE_TRAINER_ADDRESS").asText());
  }

  private static void isServed(Manifests manifests, String address) {
    String[] parts = address.split(":");
    assertThat(servicePorts(manifests, parts[0])).as(address).contains(Integer.parseInt(parts[1]));
  }

  private static JsonNode configMap(Manifests manifests, String name) {
    return manifests
        .ofKind("ConfigMap")
        .filter(map -> Manifests.name(map).equals(name))
        .findFirst()
        .orElseThrow()
        .get("data");
  }

  private static boolean usesConfigMap(JsonNode workload, String name) {
    return workload.findValues("configMapRef").stream()
        .anyMatch(reference -> reference.get("name").asText().equals(name));
  }

  private static List<Integer> servicePorts(Manifests manifests, String name) {
    return manifests
        .ofKind("Service")
        .filter(service -> Manifests.name(service).equals(name))
        .flatMap(service -> Manifests.elements(service.at("/spec/ports")))
        .map(port -> port.get("port").asInt())
        .toList();
  }
}
