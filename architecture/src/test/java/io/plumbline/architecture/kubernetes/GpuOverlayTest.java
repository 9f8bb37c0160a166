package io.plumbline.architecture.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class GpuOverlayTest {

  private static final Manifests GPU = Manifests.of("overlays/gpu");

  @Test
  void modelServersHoldWholeGpusOfNodesMadeForThem() {
    assertThat(
            GPU.workloads()
                .filter(
                    workload ->
                        workload
                            .at("/metadata/labels")
                            .path("app.kubernetes.io/component")
                            .asText()
                            .equals("model-server")))
        .isNotEmpty()
        .allSatisfy(
            server -> {
              JsonNode pod = Manifests.pod(server);
              assertThat(pod.path("nodeSelector")).isNotEmpty();
              assertThat(pod.at("/tolerations/0/key").asText()).isEqualTo("nvidia.com/gpu");
              JsonNode resources = pod.at("/containers/0/resources");
              assertThat(resources.at("/limits/nvidia.com~1gpu").isInt()).isTrue();
              assertThat(resources.at("/limits/nvidia.com~1gpu").asInt()).isPositive();
              assertThat(resources.at("/requests/nvidia.com~1gpu"))
                  .isEqualTo(resources.at("/limits/nvidia.com~1gpu"));
            });
  }

  @Test
  void theJudgeAsksTheModelServer() {
    assertThat(
            GPU.ofKind("Deployment")
                .filter(deployment -> Manifests.name(deployment).startsWith("judge-"))
                .filter(deployment -> !Manifests.name(deployment).equals("judge-model")))
        .hasSize(2)
        .allSatisfy(
            judge ->
                assertThat(
                        Manifests.elements(judge.at("/spec/template/spec/containers/0/env"))
                            .filter(
                                variable ->
                                    variable.get("name").asText().equals("PLUMBLINE_JUDGE_URL")))
                    .extracting(variable -> variable.path("value").asText())
                    .containsExactly("http://judge-model:8000/v1"));
  }

  @Test
  void theBaseAsksForNoGpu() {
    assertThat(Manifests.of("base").objects().toString()).doesNotContain("nvidia.com");
  }
}
