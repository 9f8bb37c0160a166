package io.plumbline.reward.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.reward.digest.Digest;
import io.plumbline.service.guard.CallGuard;
import io.plumbline.service.guard.Doubling;
import io.plumbline.service.guard.GuardSpec;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Somebody's server as an encoder, over {@code POST /embeddings} as OpenAI, vLLM, TEI and Ollama
 * serve it. Vectors are scaled to unit length.
 *
 * <p>Source: OpenAI's API reference, "Create embeddings".
 */
final class UpstreamEncoder implements Encoder {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TEXTS_AT_ONCE = 32;
  private static final int RETRIES = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int OK = 200;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FIRST_SERVER_ERROR = 500;

  private final URI address;
  private final String model;
  private final int dimensions;
  private final Optional<String> key;
  private final HttpClient client;
  private final CallGuard guard;

  /**
   * @param url up to the version, such as {@code http://127.0.0.1:8000/v1}
   * @param deadline of one attempt
   */
  UpstreamEncoder(
      String url, String model, int dimensions, Optional<String> key, Duration deadline) {
    this.address = URI.create(url + "/embeddings");
    this.model = requireNonNull(model, "model is null");
    this.dimensions = dimensions;
    this.key = requireNonNull(key, "key is null");
    this.client = HttpClient.newBuilder().connectTimeout(deadline).build();
    this.guard =
        new CallGuard(
            new GuardSpec(
                "encoder",
                Optional.empty(),
                Optional.of(deadline),
                new GuardSpec.Circuit(20, 0.9, Duration.ofSeconds(1), UpstreamEncoder::mayTryAgain),
                new GuardSpec.Retry(
                    RETRIES,
                    PATIENCE,
                    Duration.ofMillis(100),
                    UpstreamEncoder::mayTryAgain,
                    () -> {},
                    () -> new Doubling(Duration.ofMillis(200), Duration.ofSeconds(10)))));
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
    HttpRequest request = request(texts);
    return guard
        .call(
            () ->
                Uni.createFrom()
                    .completionStage(() -> client.sendAsync(request, BodyHandlers.ofString()))
                    .map(Unchecked.function(answer -> vectors(answer, texts.size()))))
        .await()
        .indefinitely();
  }

  private HttpRequest request(List<String> texts) {
    ObjectNode body = JSON.createObjectNode().put("model", model);
    texts.forEach(body.putArray("input")::add);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request.build();
  }

  private List<float[]> vectors(HttpResponse<String> answer, int expected) throws IOException {
    int status = answer.statusCode();
    if (status == TOO_MANY_REQUESTS || status >= FIRST_SERVER_ERROR) {
      throw new IOException("%s answered with HTTP %d".formatted(address, status));
    }
    if (status != OK) {
      throw new IllegalStateException(
          "%s answered with HTTP %d: look at plumbline.reward.encoder.*"
              .formatted(address, status));
    }
    float[][] vectors = new float[expected][];
    for (JsonNode each : JSON.readTree(answer.body()).path("data")) {
      int index = each.path("index").asInt(-1);
      if (index >= 0 && index < expected) {
        vectors[index] = unit(each.path("embedding"));
      }
    }
    for (float[] vector : vectors) {
      if (vector == null) {
        throw new IllegalStateException("%s left a text out of its answer".formatted(address));
      }
    }
    return List.of(vectors);
  }

  private float[] unit(JsonNode embedding) {
    if (embedding.size() != dimensions) {
      throw new IllegalStateException(
          "%s answered with %d numbers: plumbline.reward.encoder.dimensions is %d"
              .formatted(address, embedding.size(), dimensions));
    }
    float[] values = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      values[i] = (float) embedding.get(i).asDouble();
    }
    return MeanPooling.unitMean(new float[][] {values});
  }

  private static boolean mayTryAgain(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof TimeoutException
        || failure instanceof CircuitBreakerOpenException;
  }

  @Override
  public void close() {}
}
