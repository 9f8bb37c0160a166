package io.plumbline.worker.training;

import static org.bytedeco.pytorch.global.torch.zeros;

import io.plumbline.models.safetensors.TensorView;
import io.plumbline.worker.decoder.Parameters;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.tensor.Tensors;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * AdamW (Loshchilov and Hutter 2019, algorithm 2) over the flat weights, in the form that PyTorch
 * computes. Matrices are decayed, vectors (norms and biases) are not. Every lane adds up and
 * updates its own run of the weights, in pieces that stay in the processor's cache.
 */
final class AdamW {

  private static final double EPSILON = 1e-8;
  private static final long PIECE = 1 << 17;

  private final Tensor weights;
  private final List<Tensor> gradients;
  private final Lanes lanes;
  private final Tensor first;
  private final Tensor second;
  private final long matrixElements;
  private final HyperParameters options;

  /**
   * An optimiser with moments of zero.
   *
   * @param gradients flat gradients of each lane, which are added up and then set to zero
   */
  AdamW(Parameters parameters, List<Tensor> gradients, Lanes lanes, HyperParameters options) {
    this.weights = parameters.flat();
    this.gradients = List.copyOf(gradients);
    this.lanes = lanes;
    this.matrixElements = parameters.matrixElements();
    this.options = options;
    this.first = zeros(weights.numel());
    this.second = zeros(weights.numel());
  }

  /** Adds the lanes' gradients up and returns the norm of the sum. */
  double gatherGradients() {
    double squares =
        lanes.run(lane -> overRun(lane, this::gather)).stream()
            .mapToDouble(Double::doubleValue)
            .sum();
    return Math.sqrt(squares);
  }

  private double gather(long start, long length) {
    Tensor sum = gradients.get(0).narrow(0, start, length);
    for (Tensor other : gradients.subList(1, gradients.size())) {
      Tensor part = other.narrow(0, start, length);
      sum.add_(part);
      part.zero_();
    }
    double norm = sum.norm().item_float();
    return norm * norm;
  }

  /**
   * Updates the weights by the gathered gradients.
   *
   * @param step counts from 1
   * @param gradientFactor multiplies the gradients, for clipping
   */
  void step(int step, double learningRate, double gradientFactor) {
    lanes.run(
        lane ->
            overRun(
                lane,
                (start, length) -> {
                  update(start, length, step, learningRate, gradientFactor);
                  return 0;
                }));
  }

  @FunctionalInterface
  private interface Piece {
    double apply(long start, long length);
  }

  private double overRun(int lane, Piece piece) {
    long all = weights.numel();
    long end = all * (lane + 1) / lanes.count();
    double sum = 0;
    try (NoGradGuard guard = new NoGradGuard()) {
      for (long start = all * lane / lanes.count(); start < end; ) {
        long border = start < matrixElements ? Math.min(matrixElements, end) : end;
        long length = Math.min(PIECE, border - start);
        try (PointerScope scope = new PointerScope()) {
          sum += piece.apply(start, length);
        }
        start += length;
      }
    }
    return sum;
  }

  private void update(long start, long length, int step, double rate, double gradientFactor) {
    Tensor weight = weights.narrow(0, start, length);
    Tensor gradient = gradients.get(0).narrow(0, start, length);
    Tensor mean = first.narrow(0, start, length);
    Tensor square = second.narrow(0, start, length);
    if (gradientFactor != 1) {
      gradient.mul_(Tensors.scalar(gradientFactor));
    }
    if (start < matrixElements && options.weightDecay() > 0) {
      weight.mul_(Tensors.scalar(1 - rate * options.weightDecay()));
    }
    mean.lerp_(gradient, Tensors.scalar(1 - options.beta1()));
    square
        .mul_(Tensors.scalar(options.beta2()))
        .addcmul_(gradient, gradient, Tensors.scalar(1 - options.beta2()));
    double firstCorrection = 1 - Math.pow(options.beta1(), step);
    double secondCorrection = Math.sqrt(1 - Math.pow(options.beta2(), step));
    Tensor denominator =
        square.sqrt().div_(Tensors.scalar(secondCorrection)).add_(Tensors.scalar(EPSILON));
    weight.addcdiv_(mean, denominator, Tensors.scalar(-rate / firstCorrection));
    gradient.zero_();
  }

  /** Both moments, for a checkpoint. */
  List<TensorView> state() {
    List<Long> shape = List.of(weights.numel());
    return List.of(
        Tensors.bytes("exp_avg", shape, first), Tensors.bytes("exp_avg_sq", shape, second));
  }

  /** Takes up the moments of a checkpoint. */
  void restore(Map<String, TensorView> state) {
    Tensors.copy(state.get("exp_avg"), first);
    Tensors.copy(state.get("exp_avg_sq"), second);
  }
}
