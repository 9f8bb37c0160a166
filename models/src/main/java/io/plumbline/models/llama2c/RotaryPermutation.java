package io.plumbline.models.llama2c;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reorders the rows of a query or key matrix from llama2.c's rotary embedding, which turns the
 * neighbouring rows 2i and 2i+1 of a head together, to the Hugging Face layout, which turns rows i
 * and i+d/2.
 */
final class RotaryPermutation {

  private RotaryPermutation() {}

  /**
   * A reordered copy.
   *
   * @param matrix float32 rows, {@code heads * headDimension} of {@code columns} each
   */
  static ByteBuffer apply(ByteBuffer matrix, int heads, int headDimension, int columns) {
    int rowBytes = columns * Float.BYTES;
    ByteBuffer permuted =
        ByteBuffer.allocateDirect(heads * headDimension * rowBytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int head = 0; head < heads; head++) {
      for (int row = 0; row < headDimension; row++) {
        int half = headDimension / 2;
        int source = row < half ? 2 * row : 2 * (row - half) + 1;
        permuted.put(matrix.slice((head * headDimension + source) * rowBytes, rowBytes));
      }
    }
    return permuted.flip();
  }
}
