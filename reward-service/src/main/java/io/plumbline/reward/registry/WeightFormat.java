package io.plumbline.reward.registry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Weights as bytes: IEEE 754 double precision, little-endian, nothing else. */
public final class WeightFormat {
  private WeightFormat() {}

  public static byte[] write(double[] weights) {
    ByteBuffer buffer =
        ByteBuffer.allocate(weights.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (double weight : weights) {
      buffer.putDouble(weight);
    }
    return buffer.array();
  }

  /**
   * @throws IllegalArgumentException if the bytes are no whole number of weights
   */
  public static double[] read(byte[] bytes) {
    if (bytes.length % Double.BYTES != 0) {
      throw new IllegalArgumentException(bytes.length + " bytes are no whole number of weights");
    }
    double[] weights = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(weights);
    return weights;
  }
}
