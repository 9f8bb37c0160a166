package io.plumbline.worker.training;

import static org.bytedeco.pytorch.global.torch.zeros;

import io.plumbline.models.safetensors.TensorView;
import io.plumbline.worker.decoder.Parameters;
import io.plumbline.worker.tensor.Tensors;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * AdamW (Loshchilov and Hutter 2019, algorithm 2) over the flat weights, in the form that PyTorch
 * computes. Matrices are decayed, vectors (norms and biases) are not. The update goes through the
 * weights in pieces that stay in the processor's cache.
 */
final class AdamW {

  private static final double EPSILON = 1e-8;
  private static final long PIECE = 1 << 17;

  private final Tensor weights;
  private final Tensor gradients;
  private final Tensor first;
  private final Tensor second;
  private final long matrixElements;
  private final HyperParameters options;

  AdamW(Parameters parameters, Tensor gradients, HyperParameters options) {
    this.weights = parameters.flat();
    this.gradients = gradients;
    this.matrixElements = parameters.matrixElements();
    this.options = options;
    this.first = zeros(weights.numel());
    this.second = zeros(weights.numel());
  }

  /**
   * Updates the weights.
   *
   * @param step counts from 1
   * @param gradientFactor multiplies the gradients, for clipping
   */
  void step(int step, double learningRate, double gradientFactor) {
    try (NoGradGuard guard = new NoGradGuard()) {
      long all = weights.numel();
      for (long start = 0; start < all; ) {
        long border = start < matrixElements ? matrixElements : all;
        long length = Math.min(PIECE, border - start);
        boolean decayed = start < matrixElements;
        try (PointerScope scope = new PointerScope()) {
          update(start, length, step, learningRate, gradientFactor, decayed);
        }
        start += length;
      }
    }
  }

  private void update(
      long start, long length, int step, double rate, double gradientFactor, boolean decayed) {
    Tensor weight = weights.narrow(0, start, length);
    Tensor gradient = gradients.narrow(0, start, length);
    Tensor mean = first.narrow(0, start, length);
    Tensor square = second.narrow(0, start, length);
    if (gradientFactor != 1) {
      gradient.mul_(Tensors.scalar(gradientFactor));
    }
    if (decayed && options.weightDecay() > 0) {
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
