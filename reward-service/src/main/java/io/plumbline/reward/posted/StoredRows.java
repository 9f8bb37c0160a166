package io.plumbline.reward.posted;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads rows as {@link PostedRows#bytes} writes them. */
public final class StoredRows {
  private StoredRows() {}

  /**
   * @throws IllegalArgumentException if the bytes are no whole number of rows
   */
  public static List<float[]> read(byte[] bytes, int dimensions) {
    if (dimensions < 1 || bytes.length % (dimensions * Float.BYTES) != 0) {
      throw new IllegalArgumentException(
          "%d bytes are no whole number of rows of %d".formatted(bytes.length, dimensions));
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<float[]> rows = new ArrayList<>();
    while (buffer.hasRemaining()) {
      float[] row = new float[dimensions];
      for (int column = 0; column < dimensions; column++) {
        row[column] = buffer.getFloat();
      }
      rows.add(row);
    }
    return rows;
  }
}
