package io.plumbline.architecture.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our rendering is kustomize's own, where kubectl is installed. */
class KustomizeParityTest {

  private static final Pattern HASH =
      Pattern.compile("(name: [a-z-]+)-(?=[a-z]*[0-9])[0-9a-z]{10}$", Pattern.MULTILINE);

  static Stream<Manifests> manifests() {
    return Manifests.all();
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void rendersTheObjectsThatKustomizeRenders(Manifests manifests, @TempDir Path directory)
      throws Exception {
    assumeTrue(installed(), "kubectl is not installed");
    Path output = directory.resolve("rendered.yaml");

    Process kustomize =
        new ProcessBuilder(
                "kubectl", "kustomize", Manifests.DIRECTORY.resolve(manifests.name()).toString())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();

    assertThat(kustomize.waitFor()).isZero();
    assertThat(specifications(manifests.objects()))
        .containsExactlyInAnyOrderElementsOf(specifications(read(output)));
  }

  private static List<ObjectNode> read(Path file) throws IOException {
    // Generated config maps carry a hash in their name, in the map and where it is used.
    String text = Files.readString(file);
    return YamlFile.documents(new StringReader(HASH.matcher(text).replaceAll("$1")));
  }

  /** Kind, name and contents; the order of fields and of variables does not matter. */
  private static List<List<Object>> specifications(List<ObjectNode> objects) {
    return objects.stream()
        .map(
            object ->
                List.<Object>of(
                    object.get("kind").asText(),
                    Manifests.name(object),
                    unordered(object.path("data")),
                    unordered(object.path("spec"))))
        .toList();
  }

  private static Object unordered(JsonNode node) {
    if (node.isArray()) {
      return Manifests.elements(node)
          .map(KustomizeParityTest::unordered)
          .collect(Collectors.toSet());
    }
    return node.isObject()
        ? node.properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> unordered(field.getValue())))
        : node;
  }

  private static boolean installed() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "kubectl")));
  }
}
