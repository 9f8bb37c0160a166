package io.plumbline.worker.decoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.worker.task.WorkerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The shape of a Llama-type decoder, as config.json of the Hugging Face layout gives it.
 *
 * @param vocabularySize number of tokens
 * @param hiddenSize width of the residual stream
 * @param layers number of blocks
 * @param heads number of query heads
 * @param keyValueHeads number of key and value heads; divides {@code heads}
 * @param headDimension width of one head
 * @param maximumPositions longest sequence in tokens
 * @param normEpsilon added to the mean square in RMSNorm
 * @param rotaryBase base of the rotary embedding's frequencies
 * @param tiedEmbeddings whether the output matrix is the embedding matrix
 * @param attentionBias whether the query, key and value projections have a bias (Qwen2)
 * @param stopTokens tokens that end a completion
 */
public record DecoderConfig(
    int vocabularySize,
    int hiddenSize,
    int layers,
    int heads,
    int keyValueHeads,
    int headDimension,
    int maximumPositions,
    double normEpsilon,
    double rotaryBase,
    boolean tiedEmbeddings,
    boolean attentionBias,
    Set<Integer> stopTokens) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> FAMILIES = Set.of("llama", "mistral", "qwen2");

  /** Keeps its own copy of the stop tokens. */
  public DecoderConfig {
    stopTokens = Set.copyOf(stopTokens);
  }

  /**
   * Reads config.json, and the stop tokens of generation_config.json where that is present.
   *
   * @throws WorkerException if the model is of a kind that this engine does not compute
   */
  public static DecoderConfig read(Path directory) {
    JsonNode config = json(directory.resolve("config.json"));
    refuseOtherKinds(directory, config);
    int hidden = required(directory, config, "hidden_size");
    int heads = required(directory, config, "num_attention_heads");
    String family = config.path("model_type").asText();
    return new DecoderConfig(
        required(directory, config, "vocab_size"),
        hidden,
        required(directory, config, "num_hidden_layers"),
        heads,
        config.path("num_key_value_heads").asInt(heads),
        config.path("head_dim").asInt(hidden / heads),
        maximumPositions(directory, config),
        config.path("rms_norm_eps").asDouble(1e-6),
        rotaryBase(config),
        config.path("tie_word_embeddings").asBoolean(false),
        config.path("attention_bias").asBoolean(family.equals("qwen2")),
        stopTokens(directory, config));
  }

  private static void refuseOtherKinds(Path directory, JsonNode config) {
    String family = config.path("model_type").asText("missing");
    if (!FAMILIES.contains(family)) {
      throw unsupported(directory, "model_type is " + family, "use one of " + FAMILIES);
    }
    String activation = config.path("hidden_act").asText("silu");
    if (!activation.equals("silu")) {
      throw unsupported(directory, "hidden_act is " + activation, "use a model with silu");
    }
    JsonNode scaling = config.path("rope_scaling");
    JsonNode parameters = config.path("rope_parameters");
    String type =
        parameters
            .path("rope_type")
            .asText(scaling.path("rope_type").asText(scaling.path("type").asText("default")));
    if (!type.equals("default")) {
      throw unsupported(
          directory,
          "the rotary embedding is scaled (" + type + ")",
          "use a model with the default rotary embedding");
    }
  }

  private static double rotaryBase(JsonNode config) {
    return config
        .path("rope_parameters")
        .path("rope_theta")
        .asDouble(config.path("rope_theta").asDouble(10_000));
  }

  /** With sliding-window attention, full attention is right only within the window. */
  private static int maximumPositions(Path directory, JsonNode config) {
    int positions = required(directory, config, "max_position_embeddings");
    boolean windowed = config.path("use_sliding_window").asBoolean(true);
    int window = config.path("sliding_window").asInt(positions);
    return windowed ? Math.min(positions, window) : positions;
  }

  private static Set<Integer> stopTokens(Path directory, JsonNode config) {
    Set<Integer> tokens = new HashSet<>();
    Path generation = directory.resolve("generation_config.json");
    JsonNode end = config.path("eos_token_id");
    if (Files.exists(generation)) {
      JsonNode other = json(generation).path("eos_token_id");
      end = other.isMissingNode() ? end : other;
    }
    if (end.isArray()) {
      end.forEach(token -> tokens.add(token.asInt()));
    } else if (end.isInt()) {
      tokens.add(end.asInt());
    }
    return tokens;
  }

  private static int required(Path directory, JsonNode config, String field) {
    int value = config.path(field).asInt(0);
    if (value <= 0) {
      throw unsupported(directory, field + " is missing or not positive", "mend config.json");
    }
    return value;
  }

  private static WorkerException unsupported(Path directory, String cause, String remedy) {
    return WorkerException.badInput("model " + directory + ": " + cause, remedy);
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw WorkerException.failed(
          file + " cannot be read as JSON", "give a directory in Hugging Face layout", e);
    }
  }
}
