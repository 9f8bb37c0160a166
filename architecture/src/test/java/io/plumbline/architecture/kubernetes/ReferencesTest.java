package io.plumbline.architecture.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferencesTest {

  /** Made by hand, because no password is committed; the guide says how. */
  private static final Set<String> MADE_BY_HAND =
      Set.of("plumbline-database", "plumbline-judge-model");

  static Stream<Manifests> manifests() {
    return Manifests.all();
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void everythingThatAPodMountsOrReadsIsThere(Manifests manifests) {
    manifests
        .workloads()
        .forEach(
            workload -> {
              String name = Manifests.name(workload);
              assertThat(texts(workload, "configMapRef", "name"))
                  .as(name)
                  .isSubsetOf(manifests.names("ConfigMap"));
              assertThat(texts(workload, "configMap", "name"))
                  .as(name)
                  .isSubsetOf(manifests.names("ConfigMap"));
              assertThat(texts(workload, "persistentVolumeClaim", "claimName"))
                  .as(name)
                  .isSubsetOf(manifests.names("PersistentVolumeClaim"));
              assertThat(texts(workload, "secretKeyRef", "name")).as(name).isSubsetOf(MADE_BY_HAND);
              assertThat(manifests.names("ServiceAccount"))
                  .as(name)
                  .contains(Manifests.pod(workload).path("serviceAccountName").asText());
            });
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void bindingsBindWhatIsThere(Manifests manifests) {
    assertThat(manifests.ofKind("RoleBinding"))
        .isNotEmpty()
        .allSatisfy(
            binding -> {
              assertThat(manifests.names("Role")).contains(binding.at("/roleRef/name").asText());
              assertThat(manifests.names("ServiceAccount"))
                  .contains(binding.at("/subjects/0/name").asText());
            });
  }

  @Test
  void theGuideSaysHowToMakeTheSecrets() throws Exception {
    Path guide = Manifests.DIRECTORY.resolveSibling("docs/guides/kubernetes.md");

    assertThat(Files.readString(guide)).contains(MADE_BY_HAND);
  }

  @Test
  void refusesAPatchThatHitsNothing(@TempDir Path directory) throws Exception {
    Files.writeString(
        directory.resolve("kustomization.yaml"),
        "patches: [{path: patch.yaml, target: {kind: Deployment, name: nobody}}]");

    assertThatThrownBy(() -> Kustomization.render(directory))
        .hasMessageContaining("no Deployment nobody");
  }

  private static List<String> texts(JsonNode workload, String parent, String field) {
    return workload.findValues(parent).stream().map(node -> node.path(field).asText()).toList();
  }
}
