package io.plumbline.worker.decoder;

import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.rms_norm;
import static org.bytedeco.pytorch.global.torch.scaled_dot_product_attention;
import static org.bytedeco.pytorch.global.torch.silu;

import io.plumbline.worker.decoder.RotaryTable.Angles;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * One block of a Llama-type decoder: RMSNorm (Zhang and Sennrich 2019), grouped-query attention
 * with rotary positions (Ainslie et al. 2023), and a SwiGLU feed-forward layer (Shazeer 2020), both
 * added to the residual stream.
 */
final class DecoderLayer {

  private final DecoderConfig config;
  private final Parameters parameters;
  private final String prefix;

  DecoderLayer(DecoderConfig config, Parameters parameters, int index) {
    this.config = config;
    this.parameters = parameters;
    this.prefix = "model.layers." + index + ".";
  }

  /** Attention over keys and values that the caller supplies for the queries. */
  @FunctionalInterface
  interface Attention {
    /** All of shape [batch, heads, time, headDimension]. */
    Tensor attend(Tensor queries, Tensor keys, Tensor values);
  }

  /** The stream after this block; [batch, time, hiddenSize] in and out. */
  Tensor forward(Tensor stream, Angles angles, Attention attention) {
    Tensor normed = norm(stream, "input_layernorm.weight");
    Tensor queries = angles.turn(project(normed, "self_attn.q_proj", config.heads()));
    Tensor keys = angles.turn(project(normed, "self_attn.k_proj", config.keyValueHeads()));
    Tensor values = project(normed, "self_attn.v_proj", config.keyValueHeads());
    Tensor attended = attention.attend(queries, keys, values);
    Tensor joined =
        attended
            .transpose(1, 2)
            .reshape(
                stream.size(0), stream.size(1), (long) config.heads() * config.headDimension());
    Tensor middle = stream.add(linear(joined, weight("self_attn.o_proj.weight")));
    Tensor rest = norm(middle, "post_attention_layernorm.weight");
    Tensor gate = silu(linear(rest, weight("mlp.gate_proj.weight")));
    Tensor up = linear(rest, weight("mlp.up_proj.weight"));
    return middle.add(linear(gate.mul(up), weight("mlp.down_proj.weight")));
  }

  /** Every position sees itself and those before it. */
  Tensor causal(Tensor queries, Tensor keys, Tensor values) {
    return attention(queries, keys, values, new TensorOptional(), true);
  }

  /** Every query sees the positions at which the mask adds zero, [batch, 1, 1, time]. */
  Tensor masked(Tensor queries, Tensor keys, Tensor values, Tensor mask) {
    return attention(queries, keys, values, new TensorOptional(mask), false);
  }

  private Tensor attention(
      Tensor queries, Tensor keys, Tensor values, TensorOptional mask, boolean causal) {
    boolean grouped = config.heads() != config.keyValueHeads();
    return scaled_dot_product_attention(
        queries, keys, values, mask, 0.0, causal, new DoubleOptional(), grouped);
  }

  private Tensor project(Tensor normed, String name, int heads) {
    Tensor projected =
        config.attentionBias()
            ? linear(normed, weight(name + ".weight"), new TensorOptional(weight(name + ".bias")))
            : linear(normed, weight(name + ".weight"));
    return projected
        .view(normed.size(0), normed.size(1), heads, config.headDimension())
        .transpose(1, 2);
  }

  private Tensor norm(Tensor stream, String name) {
    return rms_norm(
        stream,
        new long[] {config.hiddenSize()},
        new TensorOptional(weight(name)),
        new DoubleOptional(config.normEpsilon()));
  }

  private Tensor weight(String name) {
    return parameters.get(prefix + name);
  }
}
