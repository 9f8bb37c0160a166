package io.plumbline.reward.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.reward.RewardServiceTestBase;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs in Quarkus as the other tests do, since a process loads the tokenizer's library once.
 * Vectors by Python's ONNX Runtime and tokenizers: src/test/python/minilm_reference.py.
 */
@QuarkusTest
class MiniLmEncoderTest extends RewardServiceTestBase {
  private static MiniLmEncoder encoder;

  @BeforeAll
  static void load() {
    encoder = MiniLmEncoder.load(1, 256);
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void agreesWithPythonOnEveryText() throws IOException {
    for (JsonNode row : reference()) {
      float[] vector = encoder.embed(List.of(row.get("text").asText())).get(0);

      double cosine = 0;
      for (int i = 0; i < vector.length; i++) {
        cosine += vector[i] * row.get("embedding").get(i).asDouble();
      }
      assertThat(vector).hasSize(384);
      // 8-bit activations round to another step under another build or graph optimisation of ONNX
      // Runtime (0.9994 seen on the long text); one token more or less makes 0.9984 of it.
      assertThat(cosine).as(row.get("text").asText()).isBetween(0.999, 1.001);
    }
  }

  @Test
  void givesATextTheSameVectorWhateverItsNeighbours() throws IOException {
    List<String> texts = new ArrayList<>();
    reference().forEach(row -> texts.add(row.get("text").asText()));

    List<float[]> together = encoder.embed(texts);

    for (int i = 0; i < texts.size(); i++) {
      assertThat(together.get(i)).isEqualTo(encoder.embed(List.of(texts.get(i))).get(0));
    }
  }

  @Test
  void refusesMoreTokensThanTheModelHasPositions() {
    assertThatThrownBy(() -> MiniLmEncoder.load(1, 513))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("plumbline.reward.encoder.maximum-tokens is 513, not in [3, 512]");
  }

  private static Iterable<JsonNode> reference() throws IOException {
    try (InputStream stream =
        MiniLmEncoderTest.class.getResourceAsStream("/minilm-reference.json")) {
      return new ObjectMapper().readTree(stream).get("rows");
    }
  }
}
