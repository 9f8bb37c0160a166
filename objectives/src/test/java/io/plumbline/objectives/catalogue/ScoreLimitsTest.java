package io.plumbline.objectives.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.feedback.InversePropensity;
import io.plumbline.objectives.feedback.NoisyLabelObjective;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Losses at scores or log-ratios of 0, 10000 and −10000, with their closed forms beside each. */
class ScoreLimitsTest {
  @ParameterizedTest
  @CsvSource({
    // ½; 0; 1 with a KL estimate of 0
    "kto, 1, 0.5, 0, 1",
    "kto, 0, 0.5, 1, 0",
    "kto-rank-means, 1, 0.5, 0, 1",
    "apo-zero-unpaired, 1, 0.5, 0, 1",
    "apo-zero-unpaired, 0, 0.5, 1, 0",
    // δ is the only reward itself, so that the logit is 0 whatever the ratio
    "bco, 1, 0.6931471805599453, 0.6931471805599453, 0.6931471805599453",
  })
  void ofLabelledCompletions(String name, double label, double none, double high, double low) {
    for (double ratio : new double[] {0, 1e4, -1e4}) {
      Batch batch =
          Batch.of(BatchShape.sequences(1))
              .with(Channel.POLICY_LOGPS, -2e4 + ratio)
              .with(Channel.REFERENCE_LOGPS, -2e4)
              .with(Channel.LABELS, label);
      if (name.startsWith("kto")) {
        batch = batch.with(Channel.KL_LOG_RATIOS, 0);
      }
      assertMeets(name, Map.of("beta", 1.0), batch, ratio == 0 ? none : ratio > 0 ? high : low);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // log 2; 0; 10000
    "bpo, 1, 1, 0.6931471805599453, 0, 10000",
    "bpo, 0, 1, 0.6931471805599453, 10000, 0",
    // Y/θ = 2: 2 log 2 − log 2; −(1 − 2) · −10000 of log σ(−s); 2 · 10000
    "mnar, 1, 0.5, 0.6931471805599453, -10000, 20000",
    "mnar, 0, 0.5, 0.6931471805599453, 10000, 0",
    // 2 · ¼ − ¼; −1; 2
    "mnar-squared, 1, 0.5, 0.25, -1, 2",
    "mnar-squared, 0, 0.5, 0.25, 1, 0",
    // γ = 0. Clicked: ½ log 2 + ½ log 2; σ(s) = 1 leaves log 2; ½ · 10000
    "nbpo, 1, 0, 0.6931471805599453, 0.6931471805599453, 5000",
    // Other: log 2 + ½ log 2 + ½ log 2; 10000 + log 2; ½ · 10000
    "nbpo, 0, 0, 1.3862943611198906, 10000.693147180559945, 5000",
    // Clicked: 2 log 2; log 2; 10000 + log 2. Other: −log ¾; log 2; 0
    "nbpo-likelihood, 1, 0, 1.3862943611198906, 0.6931471805599453, 10000.693147180559945",
    "nbpo-likelihood, 0, 0, 0.2876820724517809, 0.6931471805599453, 0",
    // Clicked: −¼; −½; 0. Other: −¾; −½; −1
    "nbpo-probability, 1, 0, -0.25, -0.5, 0",
    "nbpo-probability, 0, 0, -0.75, -0.5, -1",
  })
  void ofItems(String name, double label, double constant, double none, double high, double low) {
    for (double score : new double[] {0, 1e4, -1e4}) {
      Batch batch =
          Batch.of(BatchShape.sequences(1)).with(Channel.SCORES, score).with(Channel.LABELS, label);
      if (name.startsWith("mnar")) {
        batch = batch.with(InversePropensity.PROPENSITIES, constant);
      }
      if (name.startsWith("nbpo")) {
        batch = batch.with(NoisyLabelObjective.FLIP_SCORES, constant);
      }
      assertMeets(name, Map.of(), batch, score == 0 ? none : score > 0 ? high : low);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // One negative and one positive meet in one comparator of degree α = ½ + atan(1)/π = ¾: −log α
    "groco, 1, 0.2876820724517809",
    "groco, 0, 0.6931471805599453",
    // −log(1 − 1/(10⁴ π)) and −log(1/(10⁴ π)), up to 10⁻¹³ of the arcus tangent's next term
    "groco, 10000, 3.1831495506e-5",
    "groco, -10000, 10.355070261",
    // −log σ
    "groco-logistic, 1, 0.31326168751822286",
    "groco-logistic, 10000, 0",
    // held at −log e^−100
    "groco-logistic, -10000, 100",
  })
  void ofANegativeAndAPositive(String name, double margin, double expected) {
    Batch batch =
        Batch.of(BatchShape.of(Layout.LISTS, new int[] {2}, 1, 1))
            .with(Channel.SCORES, margin, 0)
            .with(Channel.LABELS, 1, 0);

    assertMeets(name, Map.of(), batch, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "p2c, heads, 1",
    "p2c, heads, 1000000000",
    "groco, topk_neg, 0",
    "groco, steepness, 0",
    "mnar, clip, 2",
    "mnar-squared, weight, -1",
    "dense-dpo, beta, 0",
    "rank-dpo, beta, 0",
    "bide-dpo, beta, -1",
    "cispo, epsilon_high, 0",
    "nash-md, beta, -1",
  })
  void refusesAParameterOutOfRange(String name, String parameter, double value) {
    assertThatThrownBy(() -> Catalogue.standard().create(name, Map.of(parameter, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(parameter);
  }

  private static void assertMeets(
      String name, Map<String, Double> parameters, Batch batch, double expected) {
    Evaluation evaluation =
        Catalogue.standard().create(name, parameters).evaluate(batch, ObjectiveState.EMPTY);

    assertThat(evaluation.loss())
        .as("%s at %s", name, batch.shape())
        .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    evaluation.gradients().values().forEach(g -> assertThat(g).doesNotContain(Double.NaN));
  }
}
