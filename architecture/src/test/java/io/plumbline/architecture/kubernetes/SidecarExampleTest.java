package io.plumbline.architecture.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The example of a training Job with the objectives as its sidecar. */
class SidecarExampleTest {
  private static final Manifests EXAMPLE = Manifests.of("examples/training-job");

  private final ObjectNode job = EXAMPLE.ofKind("Job").findFirst().orElseThrow();
  private final JsonNode sidecar = Manifests.pod(job).at("/initContainers/0");
  private final JsonNode trainer = Manifests.pod(job).at("/containers/0");

  @Test
  void everyFieldIsOneThatKubernetesKnows() {
    assertThat(EXAMPLE.objects())
        .hasSize(3)
        .allSatisfy(
            object ->
                assertThatCode(() -> ManifestSchemaTest.parse(object)).doesNotThrowAnyException());
  }

  @Test
  void theSidecarRunsBesideTheTrainerAndNotInItsWay() {
    // What makes an init container a native sidecar.
    assertThat(sidecar.get("restartPolicy").asText()).isEqualTo("Always");
    assertThat(Manifests.pod(job).get("restartPolicy").asText()).isEqualTo("Never");
    assertThat(sidecar.get("image").asText()).isEqualTo("plumbline/objectives-server:0.1.0");
  }

  @Test
  void theTrainerCallsThePortThatTheSidecarListensOnAndIsProbedAt() {
    int port = sidecar.at("/ports/0/containerPort").asInt();

    assertThat(environment(sidecar))
        .containsEntry("PLUMBLINE_OBJECTIVES_PORT", String.valueOf(port));
    assertThat(environment(trainer))
        .containsEntry("PLUMBLINE_OBJECTIVES_ADDRESS", "127.0.0.1:" + port);
    for (String probe : List.of("startupProbe", "livenessProbe")) {
      assertThat(sidecar.at("/" + probe + "/grpc/port").asInt()).as(probe).isEqualTo(port);
    }
    // The kubelet does not probe loopback.
    assertThat(environment(sidecar)).containsEntry("PLUMBLINE_OBJECTIVES_HOST", "0.0.0.0");
  }

  @Test
  void nobodyCallsIntoThePod() {
    ObjectNode policy = EXAMPLE.ofKind("NetworkPolicy").findFirst().orElseThrow();

    assertThat(EXAMPLE.selectedBy(policy.at("/spec/podSelector"))).containsExactly(job);
    assertThat(policy.at("/spec/policyTypes")).extracting(JsonNode::asText).contains("Ingress");
    assertThat(policy.at("/spec/ingress")).isEmpty();
  }

  @Test
  void bothRunBoundedAndWithoutPrivileges() {
    JsonNode pod = Manifests.pod(job);
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(EXAMPLE.names("ServiceAccount")).contains(pod.get("serviceAccountName").asText());
    assertThat(Manifests.allContainers(job))
        .hasSize(2)
        .allSatisfy(PrivilegesTest::isConfined)
        .allSatisfy(
            container -> {
              assertThat(container.at("/resources/requests").has("cpu")).isTrue();
              assertThat(container.at("/resources/limits").has("memory")).isTrue();
            });
  }

  private static Map<String, String> environment(JsonNode container) {
    return Manifests.elements(container.path("env"))
        .collect(
            Collectors.toMap(
                variable -> variable.get("name").asText(),
                variable -> variable.get("value").asText()));
  }
}
