package io.plumbline.models.llama2c;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.models.reference.ModelException;
import io.plumbline.models.safetensors.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Turns a llama2.c checkpoint and its tokenizer into a directory in Hugging Face's layout for
 * {@code LlamaForCausalLM}: config.json, model.safetensors, tokenizer.json.
 */
public final class Llama2cImport {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The constants that llama2.c's run.c has built in. */
  private static final double NORM_EPSILON = 1e-5;

  private static final double ROTARY_BASE = 10_000;

  private Llama2cImport() {}

  /**
   * Writes the three files, tokenizer_config.json and generation_config.json into {@code
   * directory}, which it makes.
   *
   * @throws ModelException with {@code MALFORMED} if a file is not in llama2.c's format
   */
  public static void write(Path checkpoint, Path tokenizer, Path directory) throws IOException {
    Llama2cCheckpoint weights = Llama2cCheckpoint.open(checkpoint);
    Llama2cVocabulary vocabulary =
        Llama2cVocabulary.read(tokenizer, weights.header().vocabularySize());
    Files.createDirectories(directory);
    SafetensorsWriter.write(directory.resolve("model.safetensors"), weights.tensors());
    write(directory.resolve("config.json"), config(weights.header()));
    write(directory.resolve("tokenizer.json"), TokenizerJson.of(vocabulary));
    write(directory.resolve("tokenizer_config.json"), tokenizerConfig(weights.header()));
    write(directory.resolve("generation_config.json"), generationConfig());
  }

  private static ObjectNode config(Llama2cHeader header) {
    ObjectNode config = JSON.createObjectNode();
    config.putArray("architectures").add("LlamaForCausalLM");
    config.put("model_type", "llama").put("hidden_act", "silu");
    config.put("hidden_size", header.dimension());
    config.put("intermediate_size", header.hiddenDimension());
    config.put("num_hidden_layers", header.layers());
    config.put("num_attention_heads", header.heads());
    config.put("num_key_value_heads", header.keyValueHeads());
    config.put("head_dim", header.headDimension());
    config.put("vocab_size", header.vocabularySize());
    config.put("max_position_embeddings", header.sequenceLength());
    config.put("rms_norm_eps", NORM_EPSILON).put("rope_theta", ROTARY_BASE);
    config.put("tie_word_embeddings", header.sharedClassifier());
    config.put("attention_bias", false).put("mlp_bias", false);
    config.put("bos_token_id", 1).put("eos_token_id", 2);
    config.put("torch_dtype", "float32");
    return config;
  }

  private static ObjectNode tokenizerConfig(Llama2cHeader header) {
    return JSON.createObjectNode()
        .put("tokenizer_class", "PreTrainedTokenizerFast")
        .put("bos_token", "<s>")
        .put("eos_token", "</s>")
        .put("unk_token", "<unk>")
        .put("model_max_length", header.sequenceLength());
  }

  /** These models were trained on texts parted by the start token, so it ends a text as well. */
  private static ObjectNode generationConfig() {
    ObjectNode config = JSON.createObjectNode().put("bos_token_id", 1);
    config.putArray("eos_token_id").add(1).add(2);
    return config;
  }

  private static void write(Path file, ObjectNode content) throws IOException {
    JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), content);
  }
}
