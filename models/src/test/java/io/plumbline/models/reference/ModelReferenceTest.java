package io.plumbline.models.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plumbline.models.reference.ModelException.Reason;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReferenceTest {

  private static final String HASH = "0123456789abcdef".repeat(4);

  @Test
  void readsAnNpmReferenceWithScopeEntryAndHash() {
    ModelReference reference =
        ModelReference.parse("npm:@scope/name@1.2.3-rc.1!/dist/model.bin#sha256=" + HASH);

    assertThat(reference)
        .isInstanceOfSatisfying(
            NpmReference.class,
            npm -> {
              assertThat(npm.packageName()).isEqualTo("@scope/name");
              assertThat(npm.version()).isEqualTo("1.2.3-rc.1");
              assertThat(npm.entry()).contains("dist/model.bin");
              assertThat(npm.sha256()).contains(HASH);
              assertThat(npm.specification()).isEqualTo("@scope/name@1.2.3-rc.1");
            });
  }

  @Test
  void readsAHubReference() {
    assertThat(ModelReference.parse("hf:HuggingFaceTB/SmolLM2-135M@main"))
        .isInstanceOfSatisfying(
            HubReference.class,
            hub -> {
              assertThat(hub.repository()).isEqualTo("HuggingFaceTB/SmolLM2-135M");
              assertThat(hub.revision()).isEqualTo("main");
            });
  }

  @Test
  void readsAFileReferenceInBothSpellings() {
    assertThat(((FileReference) ModelReference.parse("file:/a/b")).path())
        .isEqualTo(Path.of("/a/b"));
    assertThat(((FileReference) ModelReference.parse("file:///a/b")).path())
        .isEqualTo(Path.of("/a/b"));
  }

  @Test
  void takesABareWordForACatalogueName() {
    assertThat(ModelReference.parse(" stories15M "))
        .isEqualTo(new CatalogueReference("stories15M"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s3:bucket/key",
        "npm:name",
        "npm:name@latest",
        "npm:name@1.0.0!/a#sha256=12",
        "npm:name@1.0.0#md5=12",
        "hf:name@main",
        "hf:owner/name",
        "hf:owner/../name@main",
        "file:"
      })
  void refusesWhatHasNoKnownForm(String text) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ModelReference.parse(text))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_REFERENCE))
        .withMessageContaining("use file:/path")
        .withMessageNotContaining("\n");
  }
}
