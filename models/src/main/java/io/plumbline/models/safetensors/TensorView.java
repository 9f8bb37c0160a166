package io.plumbline.models.safetensors;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * A named tensor as it lies in a file: row-major, little-endian.
 *
 * @param shape dimensions, outermost first; empty for a scalar
 * @param data its bytes, read-only, position at the first
 */
public record TensorView(String name, ElementType type, List<Long> shape, ByteBuffer data) {

  /** Keeps its own copy of the shape. */
  public TensorView {
    shape = List.copyOf(shape);
  }

  /** How many numbers it holds. */
  public long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }
}
