package io.plumbline.worker.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class TokenChooserTest {

  private static final int DRAWS = 20_000;

  /** Four standard errors of a share near one half. */
  private static final double TOLERANCE = 4 * Math.sqrt(0.25 / DRAWS);

  private static double[] shares(TokenChooser chooser, double... probabilities) {
    int width = probabilities.length;
    float[] logits = new float[DRAWS * width];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(probabilities[i % width]);
    }
    SplittableRandom[] random =
        IntStream.range(0, DRAWS)
            .mapToObj(row -> RowRandom.of(3, row))
            .toArray(SplittableRandom[]::new);
    double[] shares = new double[width];
    try (PointerScope scope = new PointerScope()) {
      for (int token : chooser.choose(Tensor.create(logits, DRAWS, width), random)) {
        shares[token] += 1.0 / DRAWS;
      }
    }
    return shares;
  }

  @Test
  void drawsFromTheModelsDistribution() {
    assertThat(shares(new TokenChooser(1, 1), 0.2, 0.5, 0.3))
        .containsExactly(new double[] {0.2, 0.5, 0.3}, within(TOLERANCE));
  }

  @Test
  void sharpensWithTemperature() {
    // At temperature 1/2 probabilities are squared: 0.04, 0.25, 0.09 over 0.38.
    assertThat(shares(new TokenChooser(0.5, 1), 0.2, 0.5, 0.3))
        .containsExactly(new double[] {0.04 / 0.38, 0.25 / 0.38, 0.09 / 0.38}, within(TOLERANCE));
  }

  @Test
  void keepsToTheNucleus() {
    // 0.5 + 0.3 reaches 0.75, so the third token never comes: 5/8 and 3/8.
    assertThat(shares(new TokenChooser(1, 0.75), 0.2, 0.5, 0.3))
        .containsExactly(new double[] {0, 0.625, 0.375}, within(TOLERANCE));
  }

  @Test
  void sortsTheWholeRowWhenTheNucleusIsLarge() {
    double[] uniform = new double[400];
    Arrays.fill(uniform, 1.0 / 400);
    double[] shares = shares(new TokenChooser(1, 0.9), uniform);

    // 90 % of 400 equal tokens make up the nucleus.
    assertThat(Arrays.stream(shares).filter(share -> share > 0).count()).isBetween(358L, 362L);
  }

  @Test
  void takesTheMostProbableTokenAtTemperatureZero() {
    assertThat(shares(new TokenChooser(0, 1), 0.2, 0.5, 0.3))
        .containsExactly(new double[] {0, 1, 0}, within(1e-9));
  }
}
