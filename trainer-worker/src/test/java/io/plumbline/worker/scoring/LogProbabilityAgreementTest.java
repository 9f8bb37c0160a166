package io.plumbline.worker.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.worker.decoder.Decoder;
import io.plumbline.worker.tensor.Lanes;
import io.plumbline.worker.testing.Stories;
import io.plumbline.worker.text.TextTokenizer;
import io.plumbline.worker.text.TokenizedCompletion;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine's log-probabilities on stories15M against {@link PlainLlama2c}. */
class LogProbabilityAgreementTest {

  private static final List<String> TEXTS =
      List.of(
          "Once upon a time, there was a little dog named Max. Max loved to run in the park with his"
              + " friend Lily. One day, they found a big red ball under a tree.",
          "Lily and Tom were playing with a kite. The wind was strong. \"Look!\" said Tom.",
          "The quick brown fox; SELECT * FROM users WHERE 1=1 -- naïve café");

  /** Sums that transformers 5.18.0 on torch 2.13.0 gives for the imported directory in float32. */
  private static final double[] TRANSFORMERS_SUMS = {-40.257269, -52.977069, -211.629188};

  @Test
  void agreesWithThePlainForwardPassAndWithTransformers() throws IOException {
    PlainLlama2c plain = new PlainLlama2c(Stories.checkpoint());
    Decoder decoder = Decoder.load(Stories.directory());
    try (Lanes lanes = new Lanes(2);
        TextTokenizer tokenizer = TextTokenizer.open(Stories.directory())) {
      List<TokenizedCompletion> rows =
          TEXTS.stream().map(text -> new TokenizedCompletion(tokenizer.encode(text), 1)).toList();

      List<double[]> scored = new CompletionScorer(decoder, lanes, 4096).score(rows, done -> {});

      for (int row = 0; row < rows.size(); row++) {
        // Wanted is 1e-3; float32 rounding leaves some 1e-5.
        assertThat(scored.get(row))
            .containsExactly(plain.logProbabilities(rows.get(row).tokens()), within(1e-4));
        assertThat(Arrays.stream(scored.get(row)).sum())
            .isCloseTo(TRANSFORMERS_SUMS[row], within(1e-3));
      }
    }
  }
}
