package io.plumbline.architecture.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.io.StringReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestSchemaTest {

  /** Without the catch-all for unknown fields, Kubernetes' types refuse what they do not have. */
  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                  return false;
                }
              });

  static Stream<Manifests> manifests() {
    return Manifests.all();
  }

  @ParameterizedTest
  @MethodSource("manifests")
  void everyFieldIsOneThatKubernetesKnows(Manifests manifests) {
    assertThat(manifests.objects())
        .isNotEmpty()
        .allSatisfy(
            object ->
                assertThatCode(() -> parse(object))
                    .as(Manifests.name(object))
                    .doesNotThrowAnyException());
  }

  @Test
  void refusesAFieldThatKubernetesDoesNotKnow() {
    ObjectNode service =
        YamlFile.documents(new StringReader("{apiVersion: v1, kind: Service, spec: {prots: []}}"))
            .get(0);

    assertThatThrownBy(() -> parse(service)).hasMessageContaining("prots");
  }

  static void parse(ObjectNode object) throws Exception {
    STRICT.treeToValue(object, KubernetesResource.class);
  }
}
