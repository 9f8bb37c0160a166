package io.plumbline.worker.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.worker.scoring.CompletionScorer;
import io.plumbline.worker.task.WorkerException;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.testing.TinyModel;
import io.plumbline.worker.text.TokenizedCompletion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected numbers: transformers 5.18.0, the same configuration and weights, float32. */
class DecoderTest {

  private static final int[] TOKENS = {1, 5, 9, 13, 2, 40, 33, 7, 21, 60};
  private static final double[] LLAMA = {
    -3.874090, -4.230599, -3.909653, -3.408435, -4.692685, -3.546360, -3.214774, -4.884840,
    -3.454925
  };
  private static final double[] QWEN2 = {
    -6.611676, -4.563677, -3.963186, -4.394947, -3.828219, -3.745220, -6.423183, -5.292513,
    -3.310498
  };

  private static final Lanes LANES = new Lanes(2);

  @TempDir Path directory;

  private static double[] score(Path model) {
    return new CompletionScorer(Decoder.load(model), LANES, 1024)
        .score(List.of(new TokenizedCompletion(TOKENS, 1)), done -> {})
        .get(0);
  }

  @Test
  void computesGroupedAttentionWithAnOutputMatrixOfItsOwn() throws IOException {
    assertThat(score(TinyModel.llama(directory))).containsExactly(LLAMA, within(1e-5));
  }

  @Test
  void computesBiasesAndTiedEmbeddings() throws IOException {
    assertThat(score(TinyModel.qwen2(directory))).containsExactly(QWEN2, within(1e-5));
  }

  @Test
  void readsShardsByTheirIndex() throws IOException {
    assertThat(score(TinyModel.shardedLlama(directory))).containsExactly(LLAMA, within(1e-5));
  }

  @Test
  void keepsPaddingOutOfARow() throws IOException {
    Decoder decoder = Decoder.load(TinyModel.llama(directory));
    List<double[]> both =
        new CompletionScorer(decoder, LANES, 1024)
            .score(
                List.of(
                    new TokenizedCompletion(TOKENS, 1),
                    new TokenizedCompletion(new int[] {1, 5, 9, 13}, 2)),
                done -> {});

    assertThat(both.get(0)).containsExactly(LLAMA, within(1e-5));
    assertThat(both.get(1)).containsExactly(new double[] {LLAMA[1], LLAMA[2]}, within(1e-5));
  }

  @Test
  void refusesAnotherFamily() throws IOException {
    TinyModel.llama(directory);
    Path config = directory.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("llama", "gpt2"));

    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(() -> Decoder.load(directory))
        .withMessageContaining("model_type is gpt2: use one of");
  }

  @Test
  void refusesWeightsOfAnotherShape() throws IOException {
    TinyModel.llama(directory);
    Path config = directory.resolve("config.json");
    Files.writeString(
        config, Files.readString(config).replace("\"vocab_size\": 64", "\"vocab_size\": 65"));

    assertThatExceptionOfType(WorkerException.class)
        .isThrownBy(() -> Decoder.load(directory))
        .withMessageContaining("model.embed_tokens.weight is [64, 16]")
        .withMessageContaining("asks for [65, 16]");
  }
}
