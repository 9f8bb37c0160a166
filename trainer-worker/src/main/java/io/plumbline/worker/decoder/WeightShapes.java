package io.plumbline.worker.decoder;

import io.plumbline.models.safetensors.TensorView;
import io.plumbline.worker.task.WorkerException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names and shapes of a Llama-type decoder's weights in the Hugging Face layout. */
final class WeightShapes {

  static final String EMBEDDING = "model.embed_tokens.weight";
  static final String FINAL_NORM = "model.norm.weight";
  static final String OUTPUT = "lm_head.weight";

  private WeightShapes() {}

  /** What {@code config} asks for; the width of the feed-forward layer is read off the weights. */
  static Map<String, List<Long>> of(DecoderConfig config, Map<String, TensorView> tensors) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    long hidden = config.hiddenSize();
    long queries = (long) config.heads() * config.headDimension();
    long keyValues = (long) config.keyValueHeads() * config.headDimension();
    long inner = innerWidth(tensors);
    shapes.put(EMBEDDING, List.of((long) config.vocabularySize(), hidden));
    for (int layer = 0; layer < config.layers(); layer++) {
      String prefix = "model.layers." + layer + ".";
      shapes.put(prefix + "input_layernorm.weight", List.of(hidden));
      projection(shapes, config, prefix + "self_attn.q_proj", queries);
      projection(shapes, config, prefix + "self_attn.k_proj", keyValues);
      projection(shapes, config, prefix + "self_attn.v_proj", keyValues);
      shapes.put(prefix + "self_attn.o_proj.weight", List.of(hidden, queries));
      shapes.put(prefix + "post_attention_layernorm.weight", List.of(hidden));
      shapes.put(prefix + "mlp.gate_proj.weight", List.of(inner, hidden));
      shapes.put(prefix + "mlp.up_proj.weight", List.of(inner, hidden));
      shapes.put(prefix + "mlp.down_proj.weight", List.of(hidden, inner));
    }
    shapes.put(FINAL_NORM, List.of(hidden));
    if (!config.tiedEmbeddings()) {
      shapes.put(OUTPUT, List.of((long) config.vocabularySize(), hidden));
    }
    return shapes;
  }

  private static void projection(
      Map<String, List<Long>> shapes, DecoderConfig config, String name, long rows) {
    shapes.put(name + ".weight", List.of(rows, (long) config.hiddenSize()));
    if (config.attentionBias()) {
      shapes.put(name + ".bias", List.of(rows));
    }
  }

  private static long innerWidth(Map<String, TensorView> tensors) {
    TensorView gate = tensors.get("model.layers.0.mlp.gate_proj.weight");
    if (gate == null || gate.shape().size() != 2) {
      throw WorkerException.badInput(
          "the weights hold no model.layers.0.mlp.gate_proj.weight",
          "give a Llama-type decoder in Hugging Face layout");
    }
    return gate.shape().get(0);
  }
}
