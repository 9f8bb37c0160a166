package io.plumbline.worker.testing;

import io.plumbline.models.safetensors.ElementType;
import io.plumbline.models.safetensors.SafetensorsWriter;
import io.plumbline.models.safetensors.TensorView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A decoder of some thousand weights with grouped keys, written by a formula that a few lines of
 * any language repeat: element j of the k-th tensor by name is 0.3 sin(0.37 j + k), one more for
 * norms.
 */
public final class TinyModel {

  private TinyModel() {}

  /** The Llama family: an output matrix of its own, no biases. */
  public static Path llama(Path directory) throws IOException {
    return write(directory, "llama", false, false);
  }

  /** The Qwen2 family: tied embeddings, biases on queries, keys and values. */
  public static Path qwen2(Path directory) throws IOException {
    return write(directory, "qwen2", true, false);
  }

  /** As {@link #llama}, cut into two files with an index. */
  public static Path shardedLlama(Path directory) throws IOException {
    return write(directory, "llama", false, true);
  }

  private static Path write(Path directory, String family, boolean tied, boolean sharded)
      throws IOException {
    Files.createDirectories(directory);
    Files.writeString(
        directory.resolve("config.json"),
        """
        {"model_type": "%s", "hidden_act": "silu", "vocab_size": 64, "hidden_size": 16,
         "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2,
         "intermediate_size": 24, "max_position_embeddings": 32, "rms_norm_eps": 1e-5,
         "rope_theta": 10000.0, "tie_word_embeddings": %s, "eos_token_id": 2}
        """
            .formatted(family, tied));
    List<TensorView> tensors = new ArrayList<>();
    shapes(family.equals("qwen2"), tied)
        .forEach((name, shape) -> tensors.add(tensor(name, shape, tensors.size())));
    if (!sharded) {
      SafetensorsWriter.write(directory.resolve("model.safetensors"), tensors);
      return directory;
    }
    List<TensorView> first = tensors.subList(0, 5);
    List<TensorView> second = tensors.subList(5, tensors.size());
    SafetensorsWriter.write(directory.resolve("model-00001-of-00002.safetensors"), first);
    SafetensorsWriter.write(directory.resolve("model-00002-of-00002.safetensors"), second);
    StringBuilder index = new StringBuilder("{\"weight_map\": {");
    for (int i = 0; i < tensors.size(); i++) {
      index.append(i == 0 ? "" : ", ");
      index.append('"').append(tensors.get(i).name()).append("\": ");
      index.append(String.format("\"model-%05d-of-00002.safetensors\"", i < 5 ? 1 : 2));
    }
    Files.writeString(directory.resolve("model.safetensors.index.json"), index + "}}");
    return directory;
  }

  private static Map<String, List<Long>> shapes(boolean biases, boolean tied) {
    Map<String, List<Long>> shapes = new TreeMap<>();
    shapes.put("model.embed_tokens.weight", List.of(64L, 16L));
    shapes.put("model.norm.weight", List.of(16L));
    if (!tied) {
      shapes.put("lm_head.weight", List.of(64L, 16L));
    }
    for (int layer = 0; layer < 2; layer++) {
      String prefix = "model.layers." + layer + ".";
      shapes.put(prefix + "input_layernorm.weight", List.of(16L));
      shapes.put(prefix + "post_attention_layernorm.weight", List.of(16L));
      shapes.put(prefix + "self_attn.q_proj.weight", List.of(16L, 16L));
      shapes.put(prefix + "self_attn.k_proj.weight", List.of(8L, 16L));
      shapes.put(prefix + "self_attn.v_proj.weight", List.of(8L, 16L));
      shapes.put(prefix + "self_attn.o_proj.weight", List.of(16L, 16L));
      shapes.put(prefix + "mlp.gate_proj.weight", List.of(24L, 16L));
      shapes.put(prefix + "mlp.up_proj.weight", List.of(24L, 16L));
      shapes.put(prefix + "mlp.down_proj.weight", List.of(16L, 24L));
      if (biases) {
        shapes.put(prefix + "self_attn.q_proj.bias", List.of(16L));
        shapes.put(prefix + "self_attn.k_proj.bias", List.of(8L));
        shapes.put(prefix + "self_attn.v_proj.bias", List.of(8L));
      }
    }
    return shapes;
  }

  private static TensorView tensor(String name, List<Long> shape, int index) {
    int elements = (int) shape.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
    ByteBuffer data =
        ByteBuffer.allocateDirect(elements * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int j = 0; j < elements; j++) {
      double value = 0.3 * Math.sin(0.37 * j + index) + (name.contains("norm") ? 1 : 0);
      data.putFloat((float) value);
    }
    return new TensorView(name, ElementType.F32, shape, data.flip());
  }
}
