package io.plumbline.worker.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.pytorch.global.torch.linear;

import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.tensor.Tensors;
import io.plumbline.worker.testing.TinyModel;
import io.plumbline.worker.text.TokenizedCompletion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyPassTest {

  private static final List<TokenizedCompletion> ROWS =
      List.of(
          new TokenizedCompletion(new int[] {1, 5, 9, 13, 2, 40}, 3),
          new TokenizedCompletion(new int[] {1, 8, 3, 4}, 2));
  private static final double[] SLOPES = {0.3, -0.2, 0.5, -0.7, 0.1};

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void givesTheGradientsThatAutogradGives(boolean tied) throws IOException {
    Path model = tied ? TinyModel.qwen2(directory) : TinyModel.llama(directory);
    Decoder byHand = Decoder.load(model);
    Decoder byAutograd = Decoder.load(model);
    Tensor actual = byHand.parameters().collectGradients();
    Tensor expected = byAutograd.parameters().collectGradients();

    try (PointerScope scope = new PointerScope()) {
      PolicyPass pass = new PolicyPass(byHand, CompletionBatch.of(ROWS));
      pass.backward(SLOPES);
      double[] peer = autograd(byAutograd);

      assertThat(pass.logProbabilities()).containsExactly(peer, within(1e-6));
      assertThat(Tensors.floats(actual)).containsExactly(Tensors.floats(expected), within(1e-5f));
    }
  }

  /** The same by libtorch's own log_softmax and gather. */
  private static double[] autograd(Decoder decoder) {
    CompletionBatch batch = CompletionBatch.of(ROWS);
    Tensor selected =
        decoder.hiddenStates(batch.tokens()).view(-1, 16).index_select(0, batch.positions());
    Tensor logProbabilities =
        linear(selected, decoder.outputMatrix())
            .log_softmax(1)
            .gather(1, batch.targets().view(-1, 1))
            .view(-1);
    float[] slopes = new float[SLOPES.length];
    double[] values = new double[SLOPES.length];
    float[] floats = Tensors.floats(logProbabilities.detach());
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = (float) SLOPES[i];
      values[i] = floats[i];
    }
    logProbabilities.mul(Tensor.create(slopes)).sum().backward();
    return values;
  }

  @Test
  void addsToTheGradientsThatAreThere() throws IOException {
    Decoder decoder = Decoder.load(TinyModel.llama(directory));
    Tensor gradients = decoder.parameters().collectGradients();
    try (PointerScope scope = new PointerScope()) {
      new PolicyPass(decoder, CompletionBatch.of(ROWS)).backward(SLOPES);
      float[] once = Tensors.floats(gradients);
      new PolicyPass(decoder, CompletionBatch.of(ROWS)).backward(SLOPES);

      float[] twice = new float[once.length];
      for (int i = 0; i < once.length; i++) {
        twice[i] = 2 * once[i];
      }
      assertThat(Tensors.floats(gradients)).containsExactly(twice, within(1e-5f));
    }
  }
}
