package io.plumbline.worker.decoder;

import static org.bytedeco.pytorch.global.torch.zeros;

import io.plumbline.models.safetensors.TensorView;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Tensors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * The weights of a decoder in float32: views into one flat tensor, matrices first, so that an
 * optimiser sees two contiguous runs (decayed and not) and a checkpoint is a plain copy.
 */
public final class Parameters {

  private final Map<String, Tensor> byName = new LinkedHashMap<>();
  private final Map<String, List<Long>> shapes = new LinkedHashMap<>();
  private final Tensor flat;
  private final long matrixElements;

  private Parameters(Map<String, List<Long>> ordered, long matrixElements, Tensor flat) {
    this.matrixElements = matrixElements;
    this.flat = flat;
    long offset = 0;
    for (Map.Entry<String, List<Long>> each : ordered.entrySet()) {
      long length = length(each.getValue());
      byName.put(each.getKey(), Tensors.view(flat, offset, length, each.getValue()));
      shapes.put(each.getKey(), each.getValue());
      offset += length;
    }
  }

  /**
   * Copies the named tensors, converted to float32.
   *
   * @throws WorkerException if one is missing or has another shape
   */
  static Parameters copyOf(Map<String, TensorView> tensors, Map<String, List<Long>> expected) {
    Map<String, List<Long>> ordered = new LinkedHashMap<>();
    expected.forEach((name, shape) -> keepIf(shape.size() > 1, ordered, name, shape));
    long matrices = ordered.values().stream().mapToLong(Parameters::length).sum();
    expected.forEach((name, shape) -> keepIf(shape.size() <= 1, ordered, name, shape));
    long all = ordered.values().stream().mapToLong(Parameters::length).sum();
    Parameters parameters = new Parameters(ordered, matrices, zeros(all));
    parameters.load(tensors);
    return parameters;
  }

  /** Views of the same weights that gather gradients of their own. */
  Parameters sharing() {
    return new Parameters(shapes, matrixElements, flat);
  }

  private static void keepIf(
      boolean wanted, Map<String, List<Long>> ordered, String name, List<Long> shape) {
    if (wanted) {
      ordered.put(name, shape);
    }
  }

  private static long length(List<Long> shape) {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** Overwrites all weights. */
  public void load(Map<String, TensorView> tensors) {
    try (NoGradGuard guard = new NoGradGuard()) {
      shapes.forEach(
          (name, shape) -> {
            TensorView view = tensors.get(name);
            if (view == null || !view.shape().equals(shape)) {
              throw WorkerException.badInput(
                  "tensor "
                      + name
                      + " is "
                      + (view == null ? "missing" : view.shape())
                      + ", config.json asks for "
                      + shape,
                  "give the weights that belong to the config.json");
            }
            Tensors.copy(view, byName.get(name));
          });
    }
  }

  /** The weight of that name; it exists. */
  public Tensor get(String name) {
    Tensor tensor = byName.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no weight is called " + name);
    }
    return tensor;
  }

  /** All weights in one run. */
  public Tensor flat() {
    return flat;
  }

  /** How many elements at the flat tensor's start belong to matrices. */
  public long matrixElements() {
    return matrixElements;
  }

  /** The weights as they are now, to be written to a file. */
  public List<TensorView> snapshot() {
    return shapes.entrySet().stream()
        .map(each -> Tensors.bytes(each.getKey(), each.getValue(), byName.get(each.getKey())))
        .toList();
  }

  /** Lets gradients flow into every weight, gathered in one flat tensor, which is returned. */
  public Tensor collectGradients() {
    Tensor gradients = zeros(flat.numel());
    long offset = 0;
    for (Map.Entry<String, List<Long>> each : shapes.entrySet()) {
      long length = length(each.getValue());
      Tensor weight = byName.get(each.getKey());
      weight.requires_grad_(true);
      weight.mutable_grad().put(Tensors.view(gradients, offset, length, each.getValue()));
      offset += length;
    }
    return gradients;
  }
}
