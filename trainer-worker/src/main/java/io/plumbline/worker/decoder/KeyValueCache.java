package io.plumbline.worker.decoder;

import static org.bytedeco.pytorch.global.torch.zeros;

import io.plumbline.worker.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Keys and values of the tokens that were computed already, per layer [batch, keyValueHeads,
 * capacity, headDimension]. Rows may have different lengths; what lies behind a row's last token is
 * masked.
 */
public final class KeyValueCache implements AutoCloseable {

  private final List<Tensor> keys = new ArrayList<>();
  private final List<Tensor> values = new ArrayList<>();
  private final DecoderConfig config;

  /** An empty cache for {@code batch} rows of at most {@code capacity} tokens. */
  public KeyValueCache(DecoderConfig config, long batch, long capacity) {
    this.config = config;
    for (int layer = 0; layer < config.layers(); layer++) {
      keys.add(zeros(batch, config.keyValueHeads(), capacity, config.headDimension()));
      values.add(zeros(batch, config.keyValueHeads(), capacity, config.headDimension()));
    }
  }

  /** Memory of one row of {@code length} tokens. */
  public static long bytesPerRow(DecoderConfig config, int length) {
    return 2L
        * Float.BYTES
        * config.layers()
        * config.keyValueHeads()
        * config.headDimension()
        * length;
  }

  void fill(int layer, Tensor newKeys, Tensor newValues) {
    long length = newKeys.size(2);
    keys.get(layer).narrow(2, 0, length).copy_(newKeys);
    values.get(layer).narrow(2, 0, length).copy_(newValues);
  }

  void append(int layer, Tensor positions, Tensor newKeys, Tensor newValues) {
    Tensor index =
        positions
            .view(-1, 1, 1, 1)
            .expand(positions.numel(), config.keyValueHeads(), 1, config.headDimension());
    keys.get(layer).scatter_(2, index, newKeys);
    values.get(layer).scatter_(2, index, newValues);
  }

  Tensor keys(int layer, long length) {
    return keys.get(layer).narrow(2, 0, length);
  }

  Tensor values(int layer, long length) {
    return values.get(layer).narrow(2, 0, length);
  }

  /** Zero where a row has tokens up to its position, minus infinity behind. */
  Tensor mask(Tensor positions, long length) {
    Tensor hidden =
        torch
            .arange(Tensors.scalar((double) length))
            .view(1, 1, 1, length)
            .gt(positions.view(-1, 1, 1, 1));
    return zeros(positions.numel(), 1, 1, length)
        .masked_fill_(hidden, Tensors.scalar(Double.NEGATIVE_INFINITY));
  }

  /** Keeps only the rows with these indices, int64. */
  public void keep(Tensor rows) {
    for (int layer = 0; layer < keys.size(); layer++) {
      replace(keys, layer, rows);
      replace(values, layer, rows);
    }
  }

  private static void replace(List<Tensor> tensors, int layer, Tensor rows) {
    Tensor old = tensors.get(layer);
    Tensor kept = old.index_select(0, rows);
    kept.retainReference();
    tensors.set(layer, kept);
    old.close();
  }

  @Override
  public void close() {
    keys.forEach(Tensor::close);
    values.forEach(Tensor::close);
  }
}
