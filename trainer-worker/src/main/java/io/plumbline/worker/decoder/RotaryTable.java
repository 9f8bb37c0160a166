package io.plumbline.worker.decoder;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Rotary position embedding (Su et al. 2021, eq. 34) in the half-split layout of Hugging Face's
 * Llama: element i of a head turns together with element i + d/2.
 */
final class RotaryTable {

  private final Tensor cosines;
  private final Tensor sines;

  /** Tables for positions 0 to {@code positions - 1}: [positions, headDimension / 2] each. */
  RotaryTable(int positions, int headDimension, double base) {
    int half = headDimension / 2;
    float[] cosine = new float[positions * half];
    float[] sine = new float[positions * half];
    for (int position = 0; position < positions; position++) {
      for (int i = 0; i < half; i++) {
        double angle = position * Math.pow(base, -2.0 * i / headDimension);
        cosine[position * half + i] = (float) Math.cos(angle);
        sine[position * half + i] = (float) Math.sin(angle);
      }
    }
    cosines = Tensor.create(cosine, positions, half);
    sines = Tensor.create(sine, positions, half);
  }

  /** The angles of one forward pass. */
  record Angles(Tensor cosine, Tensor sine) {

    /** Turns queries or keys of shape [batch, heads, time, headDimension]. */
    Tensor turn(Tensor heads) {
      TensorVector halves = heads.chunk(2, -1);
      Tensor first = halves.get(0);
      Tensor second = halves.get(1);
      return torch.cat(
          new TensorVector(
              first.mul(cosine).sub(second.mul(sine)), second.mul(cosine).add(first.mul(sine))),
          -1);
    }
  }

  /** Angles of positions 0 to {@code length - 1}, the same for each row. */
  Angles upTo(long length) {
    return new Angles(cosines.narrow(0, 0, length), sines.narrow(0, 0, length));
  }

  /** Angles of one position per row, int64 [batch]. */
  Angles at(Tensor positions) {
    long batch = positions.numel();
    return new Angles(
        cosines.index_select(0, positions).view(batch, 1, 1, -1),
        sines.index_select(0, positions).view(batch, 1, 1, -1));
  }
}
