package io.plumbline.reward.grpc;

import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.posted.PostedRows;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Matrices of posted embeddings. */
final class Tensors {
  private Tensors() {}

  /**
   * Rows of a matrix of FLOAT32 or FLOAT64.
   *
   * @param field where the tensor stands in the request
   * @param rows how many there must be
   * @param what the rows go with, for the error
   */
  static PostedRows rows(String field, Tensor tensor, int rows, String what) {
    int width = width(field, tensor);
    if (tensor.getShapeCount() != 2 || tensor.getShape(0) != rows || rows == 0) {
      throw new InvalidFieldException(
          field + ".shape",
          "is %s: give [%d, dimensions], a row for each of %s"
              .formatted(tensor.getShapeList(), rows, what));
    }
    long dimensions = tensor.getShape(1);
    if (dimensions < 1 || dimensions > PostedRows.MOST_DIMENSIONS) {
      throw new InvalidFieldException(
          field + ".shape",
          "has %d dimensions: give 1 to %d".formatted(dimensions, PostedRows.MOST_DIMENSIONS));
    }
    if (tensor.getData().size() != rows * dimensions * width) {
      throw new InvalidFieldException(
          field + ".data",
          "has %d bytes: the shape and the data type make %d"
              .formatted(tensor.getData().size(), rows * dimensions * width));
    }
    return new PostedRows(
        read(tensor, rows, (int) dimensions, width), row -> field + "[" + row + "]");
  }

  private static int width(String field, Tensor tensor) {
    return switch (tensor.getDataType()) {
      case DATA_TYPE_FLOAT32 -> Float.BYTES;
      case DATA_TYPE_FLOAT64 -> Double.BYTES;
      default ->
          throw new InvalidFieldException(
              field + ".data_type",
              "is %s: give DATA_TYPE_FLOAT32 or DATA_TYPE_FLOAT64".formatted(tensor.getDataType()));
    };
  }

  private static List<float[]> read(Tensor tensor, int rows, int dimensions, int width) {
    ByteBuffer data = tensor.getData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    List<float[]> read = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      float[] values = new float[dimensions];
      for (int column = 0; column < dimensions; column++) {
        values[column] = width == Float.BYTES ? data.getFloat() : (float) data.getDouble();
      }
      read.add(values);
    }
    return read;
  }
}
