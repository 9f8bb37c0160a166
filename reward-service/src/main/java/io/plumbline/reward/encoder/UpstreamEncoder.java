package io.plumbline.reward.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.reward.digest.Digest;
import io.plumbline.reward.failure.UpstreamException;
import io.plumbline.reward.http.JsonServer;
import io.plumbline.reward.http.RefusedException;
import java.util.List;

/**
 * Somebody's server as an encoder, over {@code POST /embeddings} as OpenAI, vLLM, TEI and Ollama
 * serve it. Vectors are scaled to unit length.
 *
 * <p>Source: OpenAI's API reference, "Create embeddings".
 */
final class UpstreamEncoder implements Encoder {
  static final String PROPERTY = "plumbline.reward.encoder";
  private static final String PATH = "/embeddings";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TEXTS_AT_ONCE = 32;

  private final JsonServer server;
  private final String model;
  private final int dimensions;

  UpstreamEncoder(JsonServer server, String model, int dimensions) {
    this.server = requireNonNull(server, "server is null");
    this.model = requireNonNull(model, "model is null");
    this.dimensions = dimensions;
  }

  @Override
  public String name() {
    return model;
  }

  @Override
  public String digest() {
    return Digest.of(
        "embeddings".getBytes(UTF_8),
        model.getBytes(UTF_8),
        Integer.toString(dimensions).getBytes(UTF_8));
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public int maximumBatch() {
    return TEXTS_AT_ONCE;
  }

  /** Waits for the server: called on a worker's thread. */
  @Override
  public List<float[]> embed(List<String> texts) {
    ObjectNode body = JSON.createObjectNode().put("model", model);
    texts.forEach(body.putArray("input")::add);
    return server
        .post(PATH, body)
        .map(answer -> vectors(answer, texts.size()))
        .onFailure(RefusedException.class)
        .transform(
            refused -> new UpstreamException(refused.getMessage() + ": look at " + PROPERTY + ".*"))
        .await()
        .indefinitely();
  }

  private List<float[]> vectors(JsonNode answer, int expected) {
    JsonNode data = answer.path("data");
    if (data.size() != expected) {
      throw server.unusable(
          PATH, "%d vectors for %d texts".formatted(data.size(), expected), "url");
    }
    float[][] vectors = new float[expected][];
    for (JsonNode each : data) {
      int index = each.path("index").asInt(-1);
      if (index < 0 || index >= expected || vectors[index] != null) {
        throw server.unusable(PATH, "data[].index %s".formatted(each.path("index")), "url");
      }
      vectors[index] = unit(each.path("embedding"));
    }
    return List.of(vectors);
  }

  private float[] unit(JsonNode embedding) {
    if (embedding.size() != dimensions) {
      throw server.unusable(
          PATH,
          "a vector of %d numbers, not of %d".formatted(embedding.size(), dimensions),
          "dimensions");
    }
    float[] values = new float[dimensions];
    double square = 0;
    for (int i = 0; i < dimensions; i++) {
      JsonNode number = embedding.get(i);
      values[i] = number.isNumber() ? number.floatValue() : Float.NaN;
      if (!Float.isFinite(values[i])) {
        throw server.unusable(PATH, "%s in a vector".formatted(number.asText()), "model");
      }
      square += (double) values[i] * values[i];
    }
    if (square == 0) {
      throw server.unusable(PATH, "a vector of the length 0", "model");
    }
    return MeanPooling.unitMean(new float[][] {values});
  }

  @Override
  public void close() {}
}
