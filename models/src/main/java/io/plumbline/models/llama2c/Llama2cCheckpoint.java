package io.plumbline.models.llama2c;

import io.plumbline.models.reference.ModelException;
import io.plumbline.models.reference.ModelException.Reason;
import io.plumbline.models.safetensors.ElementType;
import io.plumbline.models.safetensors.TensorView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A llama2.c checkpoint of version 0: a header, then float32 matrices grouped by kind over all
 * layers. Its tensors are handed out under the names and in the layout of Hugging Face's Llama.
 */
final class Llama2cCheckpoint {

  private final Llama2cHeader header;
  private final ByteBuffer bytes;

  private Llama2cCheckpoint(Llama2cHeader header, ByteBuffer bytes) {
    this.header = header;
    this.bytes = bytes;
  }

  static Llama2cCheckpoint open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() < Llama2cHeader.BYTES || channel.size() > Integer.MAX_VALUE) {
        throw new ModelException(
            Reason.MALFORMED,
            file + " has " + channel.size() + " bytes, which no llama2.c checkpoint read here has",
            "give a checkpoint of version 0 below 2 GiB");
      }
      ByteBuffer bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      return new Llama2cCheckpoint(Llama2cHeader.read(bytes), bytes);
    }
  }

  Llama2cHeader header() {
    return header;
  }

  /** All weights, in the order of the file. */
  List<TensorView> tensors() {
    List<TensorView> tensors = new ArrayList<>();
    int width = header.dimension();
    int hidden = header.hiddenDimension();
    int keyValues = header.keyValueDimension();
    tensors.add(matrix("model.embed_tokens.weight", header.vocabularySize(), width));
    eachLayer(tensors, "input_layernorm.weight", width);
    eachRotaryLayer(tensors, "self_attn.q_proj.weight", header.heads(), width);
    eachRotaryLayer(tensors, "self_attn.k_proj.weight", header.keyValueHeads(), width);
    eachLayer(tensors, "self_attn.v_proj.weight", keyValues, width);
    eachLayer(tensors, "self_attn.o_proj.weight", width, width);
    eachLayer(tensors, "post_attention_layernorm.weight", width);
    eachLayer(tensors, "mlp.gate_proj.weight", hidden, width);
    eachLayer(tensors, "mlp.down_proj.weight", width, hidden);
    eachLayer(tensors, "mlp.up_proj.weight", hidden, width);
    tensors.add(matrix("model.norm.weight", width));
    if (!header.sharedClassifier()) {
      skip(header.sequenceLength() * header.headDimension());
      tensors.add(matrix("lm_head.weight", header.vocabularySize(), width));
    }
    return tensors;
  }

  private void eachLayer(List<TensorView> tensors, String suffix, int... shape) {
    for (int layer = 0; layer < header.layers(); layer++) {
      tensors.add(matrix("model.layers." + layer + "." + suffix, shape));
    }
  }

  private void eachRotaryLayer(List<TensorView> tensors, String suffix, int heads, int columns) {
    int rows = heads * header.headDimension();
    for (int layer = 0; layer < header.layers(); layer++) {
      TensorView raw = matrix("model.layers." + layer + "." + suffix, rows, columns);
      ByteBuffer permuted =
          RotaryPermutation.apply(raw.data(), heads, header.headDimension(), columns);
      tensors.add(new TensorView(raw.name(), raw.type(), raw.shape(), permuted));
    }
  }

  private TensorView matrix(String name, int... shape) {
    List<Long> dimensions = new ArrayList<>();
    int elements = 1;
    for (int dimension : shape) {
      dimensions.add((long) dimension);
      elements = Math.multiplyExact(elements, dimension);
    }
    int start = bytes.position();
    skip(elements);
    ByteBuffer data = bytes.slice(start, elements * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return new TensorView(name, ElementType.F32, dimensions, data);
  }

  private void skip(int elements) {
    if (bytes.remaining() < elements * (long) Float.BYTES) {
      throw new ModelException(
          Reason.MALFORMED,
          "the llama2.c checkpoint ends before its last matrix",
          "fetch the file again");
    }
    bytes.position(bytes.position() + elements * Float.BYTES);
  }
}
