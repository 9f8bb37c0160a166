package io.plumbline.objectives.catalogue;

import static java.lang.Math.exp;
import static java.lang.Math.log1p;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Statistics;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where one name has several formulas: the readings that no callable code computes, by hand. */
class ReadingsTest {
  /** The entries that this class checks. */
  static final Set<String> NAMES =
      Set.of("kto-rank-means", "ld-dpo-policy-only", "orpo-per-completion");

  private static Objective objective(String name, Map<String, Double> parameters) {
    return Catalogue.standard().create(name, parameters);
  }

  @Test
  void weighsTheTailOfThePolicyAlone() {
    // Chosen −1, −2 against −2, −3, rejected −4 against −3; one shared token, α = ½.
    // Policy: −1 + ½ · −2 = −2 and −4. Reference as it is: −5 and −3. Ratios 3 and −1, margin 4.
    // Weighted too, the reference is −3.5: ratio 1.5, margin 2.5.
    Batch batch =
        Batch.of(BatchShape.pairs(2, 1))
            .with(Channel.POLICY_LOGPS, -1, -2, -4)
            .with(Channel.REFERENCE_LOGPS, -2, -3, -3);
    Map<String, Double> parameters = Map.of("beta", 0.5, "ld_alpha", 0.5);

    Evaluation policyOnly =
        objective("ld-dpo-policy-only", parameters).evaluate(batch, ObjectiveState.EMPTY);
    Evaluation both = objective("ld-dpo", parameters).evaluate(batch, ObjectiveState.EMPTY);

    // slope ½ / (1 + e^2), half of it for the chosen tail
    double slope = 0.5 / (1 + exp(2));
    assertThat(policyOnly.loss()).isCloseTo(log1p(exp(-2)), within(1e-15));
    assertThat(policyOnly.gradient(Channel.POLICY_LOGPS))
        .containsExactly(new double[] {-slope, -slope / 2, slope}, within(1e-15));
    assertThat(both.loss()).isCloseTo(log1p(exp(-1.25)), within(1e-15));
  }

  @Test
  void averagesTheMeansOfTheRanks() {
    // Rank 1: KL 4 of one row. Rank 2: KL 1, 1, 2 of three rows, mean 4/3.
    // Mean of means (4 + 4/3) / 2 = 8/3; mean over all rows 8/4 = 2.
    Batch one = labelled(1).with(Channel.KL_LOG_RATIOS, 4);
    Batch two = labelled(3).with(Channel.KL_LOG_RATIOS, 1, 1, 2);
    Objective rankMeans = objective("kto-rank-means", Map.of("beta", 0.5));
    Objective global = objective("kto", Map.of("beta", 0.5));

    // Log-ratio 1 of a desirable row: 1 − σ(½ (1 − z)) = 1 / (1 + e^{½ (1 − z)})
    assertThat(losses(rankMeans, one, two))
        .containsOnly(new double[] {1 / (1 + exp(0.5 * (1 - 8.0 / 3)))}, within(1e-15));
    assertThat(losses(global, one, two))
        .containsOnly(new double[] {1 / (1 + exp(0.5 * (1 - 2.0)))}, within(1e-15));
  }

  private static double[] losses(Objective objective, Batch one, Batch two) {
    Statistics both = objective.statistics(one).plus(objective.statistics(two));
    return objective.evaluate(two, both, ObjectiveState.EMPTY).losses();
  }

  private static Batch labelled(int rows) {
    int[] lengths = new int[rows];
    Arrays.fill(lengths, 1);
    double[] policy = new double[rows];
    double[] reference = new double[rows];
    double[] labels = new double[rows];
    Arrays.fill(policy, -1);
    Arrays.fill(reference, -2);
    Arrays.fill(labels, 1);
    return Batch.of(BatchShape.sequences(lengths))
        .with(Channel.POLICY_LOGPS, policy)
        .with(Channel.REFERENCE_LOGPS, reference)
        .with(Channel.LABELS, labels);
  }

  @Test
  void averagesTheLikelihoodPerCompletion() {
    // Chosen −1, −2 (mean −1.5) and −3; rejected −1.5 and −3, so that both odds ratios are one:
    // λ log 2 each. Per completion (1.5 + 3) / 2 = 2.25, per token (1 + 2 + 3) / 3 = 2.
    Batch batch =
        Batch.of(BatchShape.pairs(2, 1, 1, 1)).with(Channel.POLICY_LOGPS, -1, -2, -1.5, -3, -3);
    Map<String, Double> parameters = Map.of("beta", 0.5);

    double oddsRatio = 0.5 * Math.log(2);
    assertThat(
            objective("orpo-per-completion", parameters)
                .evaluate(batch, ObjectiveState.EMPTY)
                .loss())
        .isCloseTo(2.25 + oddsRatio, within(1e-15));
    assertThat(objective("orpo", parameters).evaluate(batch, ObjectiveState.EMPTY).loss())
        .isCloseTo(2 + oddsRatio, within(1e-15));
  }

  @Test
  void namesAnEntryForEachReading() {
    assertThat(Reading.all())
        .allSatisfy(
            reading ->
                assertThat(Catalogue.standard().entry(reading.entry()).equation()).isNotEmpty());
  }
}
