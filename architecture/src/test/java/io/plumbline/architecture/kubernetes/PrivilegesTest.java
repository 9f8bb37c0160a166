package io.plumbline.architecture.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrivilegesTest {

  static Stream<Manifests> manifests() {
    return Manifests.all();
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void podsRunWithoutPrivileges(Manifests manifests) {
    manifests
        .workloads()
        .forEach(
            workload -> {
              JsonNode pod = Manifests.pod(workload).path("securityContext");
              String name = Manifests.name(workload);
              assertThat(pod.path("runAsNonRoot").asBoolean()).as(name).isTrue();
              assertThat(pod.path("runAsUser").asInt()).as(name).isPositive();
              assertThat(pod.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
              assertThat(Manifests.containers(workload)).allSatisfy(PrivilegesTest::isConfined);
            });
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void everyContainerIsBounded(Manifests manifests) {
    assertThat(manifests.workloads().flatMap(Manifests::containers))
        .allSatisfy(
            container -> {
              assertThat(container.at("/resources/requests").has("cpu")).isTrue();
              assertThat(container.at("/resources/requests").has("memory")).isTrue();
              assertThat(container.at("/resources/limits").has("memory")).isTrue();
            });
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void onlyTheTrainerTalksToTheCluster(Manifests manifests) {
    assertThat(
            manifests
                .workloads()
                .filter(
                    workload ->
                        Manifests.pod(workload)
                            .path("automountServiceAccountToken")
                            .asBoolean(true)))
        .extracting(Manifests::name)
        .containsExactly("trainer");
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void theTrainerMayStartJobsWithTheirTokensAndNothingElse(Manifests manifests) {
    assertThat(manifests.ofKind("ClusterRole")).isEmpty();
    assertThat(manifests.ofKind("Role").flatMap(role -> Manifests.elements(role.get("rules"))))
        .extracting(rule -> rule.get("resources") + " " + rule.get("verbs"))
        .containsExactlyInAnyOrder(
            "[\"jobs\"] [\"create\",\"get\",\"delete\"]", "[\"secrets\"] [\"create\"]");
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void noSecretIsCommitted(Manifests manifests) {
    assertThat(manifests.ofKind("Secret")).isEmpty();
    assertThat(manifests.ofKind("ConfigMap").flatMap(map -> map.get("data").properties().stream()))
        .noneMatch(setting -> setting.getKey().matches(".*(PASSWORD|SECRET|TOKEN|API_KEY).*"));
  }

  static void isConfined(JsonNode container) {
    JsonNode context = container.path("securityContext");
    assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
  }
}
