package io.plumbline.objectives.catalogue;

import static java.lang.Math.exp;
import static java.lang.Math.log1p;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.ObjectiveState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked values of objectives against past policies, of mixtures and of summed rewards. */
class GamesByHandTest {
  /** The entries that this class checks. */
  static final Set<String> NAMES =
      Set.of(
          "onpo",
          "gpo",
          "dpo-population",
          "bvpo",
          "eurus-reward",
          "grpo-weighted-rewards",
          "dpo-two-betas");

  private static final Channel PREVIOUS = Channel.referenceLogps("previous");

  private static Evaluation evaluate(String name, Map<String, Double> parameters, Batch batch) {
    return Catalogue.standard().create(name, parameters).evaluate(batch, ObjectiveState.EMPTY);
  }

  @Test
  void regressesTheMarginOnHalfTheLearningRate() {
    // l −3 and −4, before −5 and −3: ratios 2 and −1, margin 3; η = 2: (3 − 1)² = 4, slope 2 · 2
    Batch batch =
        Batch.of(BatchShape.pairs(1, 1)).with(Channel.POLICY_LOGPS, -3, -4).with(PREVIOUS, -5, -3);

    Evaluation evaluation = evaluate("onpo", Map.of("eta", 2.0), batch);

    assertThat(evaluation.loss()).isEqualTo(4);
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS)).containsExactly(4, -4);
  }

  @Test
  void weighsTheRejectedLogRatioLess() {
    // u 2 and −1: 0.5 · 2 + 0.25 · 1 = 1.25: log(1 + e^−1.25) = 0.2518733; σ(−1.25) = 0.2227001
    Batch batch =
        Batch.of(BatchShape.pairs(1, 1))
            .with(Channel.POLICY_LOGPS, -1, -4)
            .with(Channel.REFERENCE_LOGPS, -3, -3);

    Evaluation evaluation =
        evaluate("dpo-two-betas", Map.of("beta_chosen", 0.5, "beta_rejected", 0.25), batch);

    assertThat(evaluation.loss()).isCloseTo(log1p(exp(-1.25)), within(1e-15));
    // −0.5 · 0.2227001 and 0.25 · 0.2227001
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS))
        .containsExactly(new double[] {-0.1113501, 0.0556750}, within(1e-7));
  }

  /** Closed forms where policy and references agree, and where the margin is ±10000. */
  @ParameterizedTest
  @CsvSource({
    // log 2; log(1 + e^−10000); 10000
    "spin, 0.6931471805599453, 0, 10000",
    "dpo-population, 0.6931471805599453, 0, 10000",
    // (0 − ½)²; 9999.5²; 10000.5²
    "onpo, 0.25, 99990000.25, 100010000.25",
    // 1/(2η) = 1: 1; 9999²; 10001²
    "inpo, 1, 99980001, 100020001",
    // m/β = ½, as above
    "egpo, 0.25, 99990000.25, 100010000.25",
  })
  void meetsTheClosedForm(String name, double equal, double won, double lost) {
    assertThat(atMargin(name, 0)).isCloseTo(equal, within(1e-12));
    assertThat(atMargin(name, 10_000)).isCloseTo(won, within(1e-12 * Math.max(1, won)));
    assertThat(atMargin(name, -10_000)).isCloseTo(lost, within(1e-12 * lost));
  }

  private static double atMargin(String name, double margin) {
    Map<String, Double> all =
        Map.of("beta", 1.0, "eta", name.equals("inpo") ? 0.5 : 1, "tau", 0.25);
    Map<String, Double> own = new HashMap<>();
    Catalogue.standard().entry(name).parameters().stream()
        .map(Parameter::name)
        .filter(all::containsKey)
        .forEach(parameter -> own.put(parameter, all.get(parameter)));
    Batch batch =
        Batch.of(BatchShape.pairs(1, 1))
            .with(Channel.POLICY_LOGPS, -6000 + margin / 2, -6000 - margin / 2)
            .with(Channel.MARGINS, 0.5);
    for (Channel channel : Catalogue.standard().entry(name).create().signature().constants()) {
      batch = batch.has(channel) ? batch : batch.with(channel, -6000, -6000);
    }
    Evaluation evaluation = evaluate(name, own, batch);
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS)).doesNotContain(Double.NaN);
    return evaluation.loss();
  }

  @Test
  void regressesALogRatioOnItsPreferenceScore() {
    // l −1 − 2, before −2 − 3: u = 2; s/β = 0.6/0.5 = 1.2: (2 − 1.2)² = 0.64, slope 2 · 0.8.
    // l −4, before −4: u = 0; −1/0.5 = −2: (0 + 2)² = 4, slope 4. Mean 2.32.
    Batch batch =
        Batch.of(BatchShape.sequences(2, 1))
            .with(Channel.POLICY_LOGPS, -1, -2, -4)
            .with(PREVIOUS, -2, -3, -4);
    for (Channel channel : Catalogue.standard().entry("gpo").create().signature().constants()) {
      batch = batch.has(channel) ? batch : batch.with(channel, 0.6, -1);
    }

    Evaluation evaluation = evaluate("gpo", Map.of("beta", 0.5), batch);

    assertThat(evaluation.losses()).containsExactly(new double[] {0.64, 4}, within(1e-15));
    assertThat(evaluation.loss()).isCloseTo(2.32, within(1e-15));
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS))
        .containsExactly(new double[] {0.8, 0.8, 2}, within(1e-15));
  }

  @Test
  void comparesWithTheMeanOfTheCheckpoints() {
    // References −2 and −4 of the chosen, −3 and −1 of the rejected: means −3 and −2; ratios
    // −1 + 3 = 2 and −4 + 2 = −2; logit 0.5 · 4 = 2: log(1 + e^−2) = 0.1269280
    Batch batch =
        Batch.of(BatchShape.pairs(1, 1))
            .with(Channel.POLICY_LOGPS, -1, -4)
            .with(Channel.referenceLogps("checkpoint-0"), -2, -3)
            .with(Channel.referenceLogps("checkpoint-1"), -4, -1);

    assertThat(evaluate("dpo-population", Map.of("beta", 0.5), batch).loss())
        .isCloseTo(0.1269280, within(1e-7));
  }

  @Test
  void mixesPairsWithAndWithoutTraces() {
    // u 2 and −1 with traces, margin 3; u 0 and 1 without, margin −1; β = ½, α = ¼:
    // ¼ log(1 + e^−1.5) + ¾ log(1 + e^0.5) = ¼ · 0.2014133 + ¾ · 0.9740770 = 0.7809111
    Batch batch =
        Batch.of(BatchShape.of(Layout.LISTS, new int[] {4}, 1, 1, 1, 1))
            .with(Channel.POLICY_LOGPS, -1, -4, -2, -1)
            .with(Channel.REFERENCE_LOGPS, -3, -3, -2, -2);

    Evaluation evaluation = evaluate("bvpo", Map.of("beta", 0.5, "alpha", 0.25), batch);

    assertThat(evaluation.loss()).isCloseTo(0.7809111, within(1e-7));
    // ¼ · −½ σ(−1.5) = −⅛ · 0.1824255 and ¾ · −½ σ(0.5) = −⅜ · 0.6224593
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS))
        .containsExactly(new double[] {-0.0228032, 0.0228032, -0.2334222, 0.2334222}, within(1e-7));
  }

  @Test
  void refusesAMixtureOfOtherThanTwoPairs() {
    Batch three =
        Batch.of(BatchShape.of(Layout.LISTS, new int[] {3}, 1, 1, 1))
            .with(Channel.POLICY_LOGPS, -1, -4, -2)
            .with(Channel.REFERENCE_LOGPS, -3, -3, -2);

    assertThatThrownBy(() -> evaluate("bvpo", Map.of(), three))
        .isInstanceOf(InvalidBatchException.class)
        .hasMessage(
            "sequence_counts: example 0 has 3 sequences; give a pair with traces and a pair with"
                + " empty ones");
  }

  @Test
  void pushesRewardsAboveAndBelowZero() {
    // r 2 and −1: log(1 + e^−3) + log(1 + e^−2) + log(1 + e^−1)
    //   = 0.0485874 + 0.1269280 + 0.3132617 = 0.4887771
    Batch batch = Batch.of(BatchShape.pairs(1, 1)).with(Channel.SCORES, 2, -1);

    Evaluation evaluation = evaluate("eurus-reward", Map.of(), batch);

    assertThat(evaluation.loss())
        .isCloseTo(log1p(exp(-3)) + log1p(exp(-2)) + log1p(exp(-1)), within(1e-15))
        .isCloseTo(0.4887771, within(1e-7));
    // −σ(−3) − σ(−2) = −0.0474259 − 0.1192029; σ(−3) + σ(−1) = 0.0474259 + 0.2689414
    assertThat(evaluation.gradient(Channel.SCORES))
        .containsExactly(new double[] {-0.1666288, 0.3163673}, within(1e-7));
  }

  @Test
  void normalisesTheSumOfTheRewards() {
    // 1 · (1, 0, 0) + ½ · (0, 1, 0) = (1, ½, 0): mean ½, deviation ½; A = ±½ / (½ + 10⁻⁴) and 0.
    // All ratios are 1, one token each: the loss is minus the mean of A, the gradient −A/3.
    double advantage = 0.5 / 0.5001;
    Batch batch =
        Batch.of(BatchShape.of(Layout.GROUPS, new int[] {3}, 1, 1, 1))
            .with(Channel.POLICY_LOGPS, -1, -2, -3)
            .with(Channel.BEHAVIOUR_LOGPS, -1, -2, -3);
    batch = batch.with(reward(0), 1, 0, 0).with(reward(1), 0, 1, 0);

    Evaluation evaluation =
        evaluate("grpo-weighted-rewards", Map.of("weight_0", 1.0, "weight_1", 0.5), batch);

    assertThat(evaluation.loss()).isCloseTo(0, within(1e-15));
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS))
        .containsExactly(new double[] {-advantage / 3, 0, advantage / 3}, within(1e-15));
  }

  private static Channel reward(int index) {
    return Catalogue.standard()
        .entry("grpo-weighted-rewards")
        .create()
        .signature()
        .constants()
        .stream()
        .filter(channel -> channel.name().equals("rewards/" + index))
        .findFirst()
        .orElseThrow();
  }
}
