package io.plumbline.worker.decoder;

import static org.bytedeco.pytorch.global.torch.embedding;
import static org.bytedeco.pytorch.global.torch.rms_norm;

import io.plumbline.models.safetensors.TensorView;
import io.plumbline.worker.decoder.RotaryTable.Angles;
import io.plumbline.worker.task.WorkerException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * A Llama-type decoder on libtorch in float32. Its tensors live as long as it does; callers keep a
 * {@link PointerScope} of their own around every pass.
 */
public final class Decoder {

  private final DecoderConfig config;
  private final Parameters parameters;
  private final RotaryTable rotary;
  private final List<DecoderLayer> layers = new ArrayList<>();

  private Decoder(DecoderConfig config, Parameters parameters, RotaryTable rotary) {
    this.config = config;
    this.parameters = parameters;
    this.rotary = rotary;
    for (int layer = 0; layer < config.layers(); layer++) {
      layers.add(new DecoderLayer(config, parameters, layer));
    }
  }

  /**
   * Loads config.json and the safetensors of a directory in Hugging Face layout.
   *
   * @throws WorkerException if they describe no decoder that this engine computes
   */
  public static Decoder load(Path directory) {
    DecoderConfig config = DecoderConfig.read(directory);
    Map<String, TensorView> tensors = WeightFiles.read(directory);
    return new Decoder(
        config,
        Parameters.copyOf(tensors, WeightShapes.of(config, tensors)),
        new RotaryTable(config.maximumPositions(), config.headDimension(), config.rotaryBase()));
  }

  /** The same weights with gradients of their own, for another thread. */
  public Decoder sharing() {
    return new Decoder(config, parameters.sharing(), rotary);
  }

  /** Overwrites the weights with those of another directory of the same shape. */
  public void loadWeights(Path directory) {
    parameters.load(WeightFiles.read(directory));
  }

  /** Its shape. */
  public DecoderConfig config() {
    return config;
  }

  /** Its weights. */
  public Parameters parameters() {
    return parameters;
  }

  /** The output matrix, [vocabularySize, hiddenSize]. */
  public Tensor outputMatrix() {
    return parameters.get(config.tiedEmbeddings() ? WeightShapes.EMBEDDING : WeightShapes.OUTPUT);
  }

  /**
   * The normed stream after the last block, from which logits are taken.
   *
   * @param tokens int64 [batch, time]; rows shorter than time are padded on the right, where causal
   *     attention keeps the padding from every real token
   * @return float32 [batch, time, hiddenSize]
   */
  public Tensor hiddenStates(Tensor tokens) {
    Angles angles = rotary.upTo(tokens.size(1));
    Tensor stream = embedding(parameters.get(WeightShapes.EMBEDDING), tokens);
    for (DecoderLayer layer : layers) {
      stream = layer.forward(stream, angles, layer::causal);
    }
    return finalNorm(stream);
  }

  /** As {@link #hiddenStates}, keeping keys and values in the cache, which must be empty. */
  public Tensor prefill(Tensor tokens, KeyValueCache cache) {
    Angles angles = rotary.upTo(tokens.size(1));
    Tensor stream = embedding(parameters.get(WeightShapes.EMBEDDING), tokens);
    for (int index = 0; index < layers.size(); index++) {
      DecoderLayer layer = layers.get(index);
      int at = index;
      stream =
          layer.forward(
              stream,
              angles,
              (queries, keys, values) -> {
                cache.fill(at, keys, values);
                return layer.causal(queries, keys, values);
              });
    }
    return finalNorm(stream);
  }

  /**
   * One more token for each row of the cache.
   *
   * @param tokens int64 [batch, 1]
   * @param positions int64 [batch], where the token stands in its row
   * @param longest 1 + the largest of the positions
   * @return float32 [batch, 1, hiddenSize]
   */
  public Tensor step(Tensor tokens, Tensor positions, long longest, KeyValueCache cache) {
    Angles angles = rotary.at(positions);
    Tensor mask = cache.mask(positions, longest);
    Tensor stream = embedding(parameters.get(WeightShapes.EMBEDDING), tokens);
    for (int index = 0; index < layers.size(); index++) {
      DecoderLayer layer = layers.get(index);
      int at = index;
      stream =
          layer.forward(
              stream,
              angles,
              (queries, keys, values) -> {
                cache.append(at, positions, keys, values);
                return layer.masked(
                    queries, cache.keys(at, longest), cache.values(at, longest), mask);
              });
    }
    return finalNorm(stream);
  }

  private Tensor finalNorm(Tensor stream) {
    return rms_norm(
        stream,
        new long[] {config.hiddenSize()},
        new TensorOptional(parameters.get(WeightShapes.FINAL_NORM)),
        new DoubleOptional(config.normEpsilon()));
  }
}
