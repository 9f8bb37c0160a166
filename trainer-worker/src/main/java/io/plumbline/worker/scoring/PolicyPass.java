package io.plumbline.worker.scoring;

import static org.bytedeco.pytorch.global.torch.linear;

import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;

/**
 * One forward pass whose log-probabilities go to an objective, and the way back for the gradient
 * that it returns.
 *
 * <p>The output layer is differentiated by hand: with logits z, normaliser Z and gradient g of the
 * log-probability of target t, the logits' gradient is g (1[t] − softmax(z)), made in the logits'
 * own memory, a few hundred tokens at a time. Autograd would keep and fill four matrices of that
 * size, and at small widths the output layer is most of the work.
 */
public final class PolicyPass {

  private static final long CHUNK = 256;

  private final Decoder decoder;
  private final CompletionBatch batch;
  private final Tensor selected;
  private final List<Tensor> logits = new ArrayList<>();
  private final List<Tensor> normalizers = new ArrayList<>();
  private final double[] logProbabilities;

  /** Runs the forward pass, keeping the graph, inside the caller's pointer scope. */
  public PolicyPass(Decoder decoder, CompletionBatch batch) {
    this.decoder = decoder;
    this.batch = batch;
    Tensor hidden = decoder.hiddenStates(batch.tokens());
    this.selected =
        hidden.view(-1, decoder.config().hiddenSize()).index_select(0, batch.positions());
    this.logProbabilities = new double[Math.toIntExact(batch.positions().numel())];
    try (NoGradGuard guard = new NoGradGuard()) {
      Tensor constant = selected.detach();
      for (long start = 0; start < logProbabilities.length; start += CHUNK) {
        forward(constant, start, Math.min(CHUNK, logProbabilities.length - start));
      }
    }
  }

  private void forward(Tensor constant, long start, long length) {
    Tensor chunk = linear(constant.narrow(0, start, length), decoder.outputMatrix());
    Tensor normalizer = chunk.logsumexp(new long[] {1}, true);
    logits.add(chunk);
    normalizers.add(normalizer);
    Tensor chosen = chunk.gather(1, batch.targets().narrow(0, start, length).view(-1, 1));
    float[] values = Tensors.floats(chosen.sub(normalizer));
    for (int i = 0; i < values.length; i++) {
      logProbabilities[(int) start + i] = values[i];
    }
  }

  /** Natural logarithm of the probability of every completion token, rows in their order. */
  public double[] logProbabilities() {
    return logProbabilities;
  }

  /**
   * Adds to the gradients of all weights; to be called once.
   *
   * @param gradient derivative of the loss by each log-probability
   */
  public void backward(double[] gradient) {
    Tensor selectedGradient;
    try (NoGradGuard guard = new NoGradGuard()) {
      Tensor constant = selected.detach();
      selectedGradient = constant.new_empty(constant.sizes());
      long start = 0;
      for (int i = 0; i < logits.size(); i++) {
        long length = logits.get(i).size(0);
        backward(i, constant, selectedGradient, gradient, start, length);
        start += length;
      }
    }
    selected.backward(selectedGradient, new BoolOptional(), false, new TensorArrayRefOptional());
  }

  private void backward(
      int chunk,
      Tensor constant,
      Tensor selectedGradient,
      double[] gradient,
      long start,
      long length) {
    float[] slopes = new float[(int) length];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (float) gradient[(int) start + i];
    }
    Tensor slope = Tensor.create(slopes, length, 1);
    Tensor weight = decoder.outputMatrix().detach();
    Tensor logitsGradient = logits.get(chunk).sub_(normalizers.get(chunk)).exp_().mul_(slope.neg());
    logitsGradient.scatter_add_(1, batch.targets().narrow(0, start, length).view(-1, 1), slope);
    selectedGradient.narrow(0, start, length).copy_(logitsGradient.matmul(weight));
    decoder
        .outputMatrix()
        .mutable_grad()
        .addmm_(logitsGradient.t(), constant.narrow(0, start, length));
  }
}
