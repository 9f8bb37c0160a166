package io.plumbline.objectives.server.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.api.v1alpha1.Tensor.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Flat tensors of the contract to arrays and back, by whole buffers. */
final class Tensors {
  private Tensors() {}

  /**
   * The values of a one-dimensional tensor of floating-point numbers.
   *
   * @throws InvalidFieldException when it is something else, or its bytes are too many or too few
   */
  static double[] values(Tensor tensor, String field) {
    int width = width(tensor.getDataType(), field);
    ByteString data = tensor.getData();
    int count = data.size() / width;
    if (data.size() % width != 0 || tensor.getShapeCount() != 1 || tensor.getShape(0) != count) {
      throw new InvalidFieldException(
          field,
          "%d bytes of %s for shape %s; give shape [values] and %d bytes for each value"
              .formatted(data.size(), tensor.getDataType(), tensor.getShapeList(), width));
    }
    ByteBuffer bytes = data.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[count];
    if (width == Double.BYTES) {
      bytes.asDoubleBuffer().get(values);
    } else {
      float[] floats = new float[count];
      bytes.asFloatBuffer().get(floats);
      for (int i = 0; i < count; i++) {
        values[i] = floats[i];
      }
    }
    return values;
  }

  /**
   * A tensor of {@code values}.
   *
   * @throws InvalidFieldException when one of them is not finite in {@code type}
   */
  static Tensor of(double[] values, DataType type, String field) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, width(type, field)))
            .order(ByteOrder.LITTLE_ENDIAN);
    boolean finite = true;
    if (type == DataType.DATA_TYPE_FLOAT64) {
      for (double value : values) {
        finite &= Double.isFinite(value);
      }
      bytes.asDoubleBuffer().put(values);
    } else {
      float[] floats = new float[values.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) values[i];
        finite &= Float.isFinite(floats[i]);
      }
      bytes.asFloatBuffer().put(floats);
    }
    if (!finite) {
      throw new InvalidFieldException(
          field, "the gradient is not finite: the values lie too far apart; clip them");
    }
    return Tensor.newBuilder()
        .setDataType(type)
        .addShape(values.length)
        // The buffer is handed over: nothing else holds it.
        .setData(UnsafeByteOperations.unsafeWrap(bytes))
        .build();
  }

  private static int width(DataType type, String field) {
    return switch (type) {
      case DATA_TYPE_FLOAT32 -> Float.BYTES;
      case DATA_TYPE_FLOAT64 -> Double.BYTES;
      default -> throw new InvalidFieldException(field, type + "; give FLOAT32 or FLOAT64");
    };
  }
}
