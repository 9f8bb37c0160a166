package io.plumbline.reward.posted;

import static java.util.Objects.requireNonNull;

import io.plumbline.reward.failure.InvalidFieldException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Embeddings that a client posted: rows of one length, every number finite.
 *
 * @param rows at least one
 * @param field where a row stands in the request, for errors
 */
public record PostedRows(List<float[]> rows, IntFunction<String> field) {
  /** The most numbers in a row. */
  public static final int MOST_DIMENSIONS = 16_384;

  private static final double UNIT = 1e-3;

  /**
   * @throws InvalidFieldException naming the row at fault
   */
  public PostedRows {
    rows = List.copyOf(rows);
    requireNonNull(field, "field is null");
    for (int row = 0; row < rows.size(); row++) {
      requireSound(field.apply(row), rows.get(row), rows.get(0).length);
    }
  }

  /** Numbers in each row. */
  public int dimensions() {
    return rows.get(0).length;
  }

  /**
   * Requires rows of a length.
   *
   * @param whose what needs it, for the error
   */
  public void requireDimensions(int dimensions, String whose) {
    if (dimensions() != dimensions) {
      throw new InvalidFieldException(
          field.apply(0), "has %d numbers: %s reads %d".formatted(dimensions(), whose, dimensions));
    }
  }

  /**
   * Requires rows of unit length, as the service's encoders make them.
   *
   * @param whose what needs it, for the error
   */
  public void requireUnitLength(String whose) {
    for (int row = 0; row < rows.size(); row++) {
      double square = 0;
      for (float value : rows.get(row)) {
        square += (double) value * value;
      }
      if (Math.abs(Math.sqrt(square) - 1) > UNIT) {
        throw new InvalidFieldException(
            field.apply(row),
            "has the length %s: %s reads vectors of unit length, as Embed answers them"
                .formatted(Math.sqrt(square), whose));
      }
    }
  }

  /** Numbers as they are stored: IEEE 754 single precision, little-endian, row after row. */
  public byte[] bytes() {
    ByteBuffer buffer =
        ByteBuffer.allocate(rows.size() * dimensions() * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : rows) {
      for (float value : row) {
        buffer.putFloat(value);
      }
    }
    return buffer.array();
  }

  private static void requireSound(String field, float[] row, int dimensions) {
    if (row.length == 0 || row.length > MOST_DIMENSIONS) {
      throw new InvalidFieldException(
          field, "has %d numbers: give 1 to %d".formatted(row.length, MOST_DIMENSIONS));
    }
    if (row.length != dimensions) {
      throw new InvalidFieldException(
          field,
          "has %d numbers and the first one %d: give all the same"
              .formatted(row.length, dimensions));
    }
    for (int column = 0; column < row.length; column++) {
      if (!Float.isFinite(row[column])) {
        throw new InvalidFieldException(
            field, "has %s at place %d: give finite numbers".formatted(row[column], column));
      }
    }
  }
}
