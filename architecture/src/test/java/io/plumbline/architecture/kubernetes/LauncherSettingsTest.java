package io.plumbline.architecture.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What trainer's launcher is told about worker Jobs fits the objects beside it. */
class LauncherSettingsTest {

  private static final String PREFIX = "PLUMBLINE_LAUNCHER_KUBERNETES_";

  static Stream<Manifests> manifests() {
    return Manifests.all();
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void workersUseAnIdentityAndAClaimThatAreThere(Manifests manifests) {
    JsonNode settings = settings(manifests);

    assertThat(manifests.names("ServiceAccount"))
        .contains(settings.get(PREFIX + "SERVICE_ACCOUNT").asText());
    assertThat(manifests.names("PersistentVolumeClaim"))
        .contains(settings.get(PREFIX + "HOME_CLAIM").asText());
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void workersHaveTheTagOfTheServices(Manifests manifests) {
    String trainer =
        manifests
            .workloads()
            .filter(workload -> Manifests.name(workload).equals("trainer"))
            .findFirst()
            .orElseThrow()
            .at("/spec/template/spec/containers/0/image")
            .asText();

    assertThat(settings(manifests).get(PREFIX + "IMAGE").asText())
        .isEqualTo(trainer.replace("trainer-service", "trainer-worker"));
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void workersReportToTheTrainersService(Manifests manifests) {
    JsonNode settings = settings(manifests);

    assertThat(settings.get("PLUMBLINE_TRAINER_ADDRESS").asText())
        .isEqualTo("trainer:" + settings.get("QUARKUS_GRPC_SERVER_PORT").asText());
  }

  @Test
  void onlyTheGpuOverlayAsksForGpus() {
    assertThat(settings(Manifests.of("base")).has(PREFIX + "GPUS")).isFalse();

    JsonNode gpu = settings(Manifests.of("overlays/gpu"));

    assertThat(gpu.get(PREFIX + "GPUS").asText()).isEqualTo("1");
    assertThat(gpu.get(PREFIX + "GPU_NODE_SELECTOR").asText())
        .isEqualTo("nvidia.com/gpu.present=true");
    assertThat(gpu.get(PREFIX + "GPU_TOLERATIONS").asText()).isEqualTo("nvidia.com/gpu");
  }

  private static JsonNode settings(Manifests manifests) {
    return manifests
        .ofKind("ConfigMap")
        .filter(map -> Manifests.name(map).equals("trainer"))
        .findFirst()
        .orElseThrow()
        .get("data");
  }
}
