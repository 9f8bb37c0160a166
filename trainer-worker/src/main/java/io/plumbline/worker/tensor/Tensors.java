package io.plumbline.worker.tensor;

import io.plumbline.models.safetensors.ElementType;
import io.plumbline.models.safetensors.TensorView;
import io.plumbline.worker.task.WorkerException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Moves numbers between Java, files and libtorch. */
public final class Tensors {

  private Tensors() {}

  /** A view of a run of a flat tensor, itself a leaf of any graph. */
  public static Tensor view(Tensor flat, long offset, long length, List<Long> shape) {
    long[] dimensions = shape.stream().mapToLong(Long::longValue).toArray();
    return flat.narrow(0, offset, length).view(dimensions).detach();
  }

  /** Copies a file's tensor, of any floating type, into one of the same shape. */
  public static void copy(TensorView source, Tensor destination) {
    long[] shape = source.shape().stream().mapToLong(Long::longValue).toArray();
    try (BytePointer pointer = new BytePointer(source.data().duplicate());
        TensorOptions options = new TensorOptions(type(source));
        Tensor mapped = torch.from_blob(pointer, shape, options)) {
      destination.copy_(mapped);
    }
  }

  private static ScalarType type(TensorView view) {
    return switch (view.type()) {
      case F32 -> ScalarType.Float;
      case F16 -> ScalarType.Half;
      case BF16 -> ScalarType.BFloat16;
      case I64, I32 ->
          throw WorkerException.badInput(
              "tensor " + view.name() + " holds integers", "give floating-point weights");
    };
  }

  /** A float32 tensor's memory, as long as the tensor lives. */
  public static TensorView bytes(String name, List<Long> shape, Tensor tensor) {
    Pointer memory = tensor.data_ptr();
    ByteBuffer data =
        new BytePointer(memory)
            .capacity(tensor.nbytes())
            .asByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN);
    return new TensorView(name, ElementType.F32, shape, data);
  }

  /** The elements of a float32 tensor in row-major order. */
  public static float[] floats(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.numel())];
    if (values.length > 0) {
      tensor.contiguous().data_ptr_float().get(values);
    }
    return values;
  }

  /** The elements of an int64 tensor in row-major order. */
  public static long[] longs(Tensor tensor) {
    long[] values = new long[Math.toIntExact(tensor.numel())];
    if (values.length > 0) {
      tensor.contiguous().data_ptr_long().get(values);
    }
    return values;
  }

  /** A number as libtorch's operators take it. */
  public static Scalar scalar(double value) {
    return new Scalar(value);
  }
}
