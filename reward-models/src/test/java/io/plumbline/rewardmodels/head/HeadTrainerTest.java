package io.plumbline.rewardmodels.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.random.RandomStream;
import io.plumbline.statistics.regression.LogisticDesign;
import io.plumbline.statistics.regression.LogisticRegression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HeadTrainerTest {
  private static final float[] ZERO = new float[2];
  private static final double[] SMOOTHED = {0.82266529, 0.98819253};
  private static final double[] SCALED = {1.37883344, 1.73285359};
  private static final double[] MARGIN = {1.97856555, 1.84974793};
  private static final double[] DIRECT = {0.84031096, 0.96431604};
  private static final List<EmbeddedPair> WITH_MARGINS =
      List.of(
          pair(0.9f, 0.1f, 0.1f, 0.4f, 1, 1),
          pair(0.2f, 0.7f, 0.5f, 0.2f, 1, 3),
          pair(0.4f, -0.3f, -0.6f, 0.3f, 0.8, 2),
          pair(-0.2f, 0.8f, 0.3f, 0.1f, 1, 0.5));

  /** Weights and loss by SciPy's BFGS: src/test/python/reference_values.py. */
  @Test
  void reachesTheOptimumThatScipyFinds() {
    List<EmbeddedPair> pairs =
        List.of(
            new EmbeddedPair("a", new float[] {1, 0.5f}, ZERO, 1),
            new EmbeddedPair("b", new float[] {0.2f, -1}, ZERO, 1),
            new EmbeddedPair("c", new float[] {-0.5f, 0.3f}, ZERO, 1),
            new EmbeddedPair("d", new float[] {0.8f, 0.1f}, ZERO, 0.75),
            new EmbeddedPair("e", new float[] {-0.3f, -0.7f}, ZERO, 1));

    HeadFit fit = new HeadTrainer(0.05).fit(new BradleyTerry(), pairs);

    assertThat(fit.head().weights()[0]).isCloseTo(0.64149374, within(1e-7));
    assertThat(fit.head().weights()[1]).isCloseTo(-0.71578356, within(1e-7));
    assertThat(fit.loss()).isCloseTo(0.6145895269782018, within(1e-7));
    assertThat(fit.gradientNorm()).isLessThanOrEqualTo(1e-10);
  }

  @Test
  void agreesWithTheLogisticRegressionOfStatistics() {
    RandomStream random = new RandomStream(7);
    int rows = 120;
    int columns = 12;
    double[][] features = new double[rows][columns];
    List<Map<Integer, Double>> sparse = new ArrayList<>();
    double[] outcomes = new double[rows];
    for (int row = 0; row < rows; row++) {
      Map<Integer, Double> entries = new HashMap<>();
      for (int column = 0; column < columns; column++) {
        features[row][column] = random.nextGaussian();
        entries.put(column, features[row][column]);
      }
      sparse.add(entries);
      outcomes[row] = random.nextDouble() < 0.7 ? 1 : 0;
    }
    double ridge = 0.01;

    HeadFit fit = new HeadTrainer(ridge).fit(terms(new SparseRows(columns, sparse), outcomes));

    // Its penalty is on the sum of the log-likelihood, ours on the mean.
    double[] expected =
        new LogisticRegression(ridge * rows)
            .fit(LogisticDesign.unweighted(features, outcomes))
            .coefficients();
    assertThat(fit.head().weights()).containsExactly(expected, within(1e-8));
  }

  @Test
  void staysFiniteWhereEveryPairAgrees() {
    // One feature, all differences 1: the optimum solves ridge · w = σ(−w); w = 1 at ridge σ(−1)
    List<EmbeddedPair> pairs =
        List.of(
            new EmbeddedPair("a", new float[] {1}, new float[] {0}, 1),
            new EmbeddedPair("b", new float[] {3}, new float[] {2}, 1));

    HeadFit fit = new HeadTrainer(1 / (1 + Math.E)).fit(new BradleyTerry(), pairs);

    assertThat(fit.head().weights()[0]).isCloseTo(1, within(1e-9));
    assertThat(fit.head().reward(new float[] {2})).isCloseTo(2, within(1e-9));
  }

  /** Optima by SciPy's BFGS on the papers' formulas: src/test/python/reference_values.py. */
  @Test
  void fitsTheLossesThatReadAMargin() {
    assertThat(weights(new ScaledBradleyTerry())).containsExactly(SCALED, within(1e-6));
    assertThat(weights(new MarginBradleyTerry())).containsExactly(MARGIN, within(1e-6));
  }

  @Test
  void fitsSmoothedLabelsAndDirectRewards() {
    assertThat(weights(new BradleyTerry(0.1))).containsExactly(SMOOTHED, within(1e-6));
    assertThat(weights(new DirectReward())).containsExactly(DIRECT, within(1e-6));
  }

  @Test
  void asksForTheMarginThatALossReads() {
    List<EmbeddedPair> pairs = List.of(new EmbeddedPair("a", new float[] {1}, new float[] {0}, 1));

    assertThatThrownBy(() -> new HeadTrainer(0.01).fit(new ScaledBradleyTerry(), pairs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pair 0 has no margin, which this loss reads: use bradley-terry");
  }

  @Test
  void refusesEmbeddingsThatDifferInLength() {
    List<EmbeddedPair> pairs =
        List.of(
            new EmbeddedPair("a", new float[] {1, 2}, new float[] {1, 1}, 1),
            new EmbeddedPair("b", new float[] {1}, new float[] {1}, 1));

    assertThatThrownBy(() -> new HeadTrainer(0.01).fit(new BradleyTerry(), pairs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 1 has 1 values, not 2");
  }

  @Test
  void refusesARidgeThatIsNotPositive() {
    assertThatThrownBy(() -> new HeadTrainer(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ridge is 0.0, must be positive and finite");
  }

  private static double[] weights(RewardLoss loss) {
    return new HeadTrainer(0.05).fit(loss, WITH_MARGINS).head().weights();
  }

  private static EmbeddedPair pair(
      float c1, float c2, float r1, float r2, double probability, double margin) {
    return new EmbeddedPair(
        "prompt",
        new float[] {c1, c2},
        new float[] {r1, r2},
        probability,
        OptionalDouble.of(margin));
  }

  private static LogisticTerms terms(FeatureRows rows, double[] targets) {
    double[] ones = new double[targets.length];
    Arrays.fill(ones, 1);
    return new LogisticTerms(rows, targets, new double[targets.length], ones, targets.length);
  }
}
