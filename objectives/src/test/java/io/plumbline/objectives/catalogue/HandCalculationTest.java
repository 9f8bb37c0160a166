package io.plumbline.objectives.catalogue;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.log1p;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.ObjectiveState;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Entries that no other project's code computes in a form that could be called. */
class HandCalculationTest {
  /** The entries that this class checks. */
  static final Set<String> NAMES =
      Set.of(
          "dpo-soft",
          "cream",
          "tr-dpo",
          "slic",
          "cpo",
          "orpo",
          "orpo-odds-ratio",
          "sft",
          "bradley-terry-smoothed",
          "reinforce-plus-plus",
          "reinforce-plus-plus-baseline",
          "nextquill",
          "poly-dpo",
          "bradley-terry-scaled",
          "prdc",
          "a2pr",
          "famo2o");

  // Chosen: log-probabilities −1, −2 against −2, −3: sum −3, mean −1.5, log-ratio 2.
  // Rejected: −4 against −3: sum −4, mean −4, log-ratio −1. Margin of the ratios 3, of the sums 1.
  private static final Batch PAIR =
      Batch.of(BatchShape.pairs(2, 1))
          .with(Channel.POLICY_LOGPS, -1, -2, -4)
          .with(Channel.REFERENCE_LOGPS, -2, -3, -3);

  private static Evaluation evaluate(String name, Map<String, Double> parameters, Batch batch) {
    return Catalogue.standard().create(name, parameters).evaluate(batch, ObjectiveState.EMPTY);
  }

  @Test
  void weighsBothLabelsBySoftPreference() {
    // p = 0.7, logit 0.5 · 3 = 1.5: 0.7 log(1 + e^−1.5) + 0.3 log(1 + e^1.5)
    //   = 0.7 · 0.2014133 + 0.3 · 1.7014133 = 0.6514133
    double expected = 0.7 * log1p(exp(-1.5)) + 0.3 * log1p(exp(1.5));
    // slope by the logit: −0.7 σ(−1.5) + 0.3 σ(1.5) = −0.7 · 0.1824255 + 0.3 · 0.8175745 =
    // 0.1175745
    double slope = 0.5 * (-0.7 / (1 + exp(1.5)) + 0.3 / (1 + exp(-1.5)));
    Batch soft = PAIR.with(Channel.PREFERENCE_PROBABILITIES, 0.7);
    for (String name : Set.of("dpo-soft", "cream")) {
      Evaluation evaluation = evaluate(name, Map.of("beta", 0.5), soft);

      assertThat(expected).isCloseTo(0.6514133, within(1e-7));
      assertThat(evaluation.loss()).isCloseTo(expected, within(1e-15));
      assertThat(evaluation.gradient(Channel.POLICY_LOGPS))
          .containsExactly(new double[] {slope, slope, -slope}, within(1e-15));
    }
  }

  @Test
  void comparesWithTheMovingReference() {
    // Against −1.5, −2.5 and −4: ratios 1 and 0, margin 1: log(1 + e^−0.5) = 0.4740770
    Batch moving = PAIR.with(Channel.referenceLogps("moving"), -1.5, -2.5, -4);

    assertThat(evaluate("tr-dpo", Map.of("beta", 0.5), moving).loss())
        .isCloseTo(log1p(exp(-0.5)), within(1e-15));
  }

  @Test
  void addsTheLikelihoodToTheHinge() {
    // max(0, 1.5 + 3 − 4) = 0.5; likelihood of the chosen 3/2 per token: 0.5 + 0.5 · 1.5 = 1.25
    Evaluation evaluation = evaluate("slic", Map.of("delta", 1.5, "regularisation", 0.5), PAIR);

    assertThat(evaluation.loss()).isCloseTo(1.25, within(1e-15));
    // chosen tokens: −1 (hinge) − 0.5/2 (likelihood); rejected: +1
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS)).containsExactly(-1.25, -1.25, 1);
  }

  @Test
  void addsTheLikelihoodToTheLogistic() {
    // log(1 + e^{−0.5 · 1}) + 2 · 3/2 = 0.4740770 + 3
    assertThat(evaluate("cpo", Map.of("beta", 0.5, "cpo_alpha", 2.0), PAIR).loss())
        .isCloseTo(log1p(exp(-0.5)) + 3, within(1e-15));
  }

  @Test
  void addsTheLikelihoodToTheOddsRatio() {
    // log-odds of e^−1.5: log(0.2231302 / 0.7768698) = −1.2475175; of e^−4: log(0.0183156 /
    // 0.9816844) = −3.9815146; difference 2.7339971; 0.5 · log(1 + e^−2.7339971) = 0.0314682
    double chosen = -1.5 - log1p(-exp(-1.5));
    double rejected = -4 - log1p(-exp(-4));
    double oddsRatio = 0.5 * log1p(exp(rejected - chosen));

    assertThat(chosen).isCloseTo(-1.2475175, within(1e-7));
    assertThat(rejected).isCloseTo(-3.9815146, within(1e-7));
    assertThat(evaluate("orpo-odds-ratio", Map.of("beta", 0.5), PAIR).loss())
        .isCloseTo(oddsRatio, within(1e-15));
    assertThat(evaluate("orpo", Map.of("beta", 0.5), PAIR).loss())
        .isCloseTo(1.5 + oddsRatio, within(1e-15));
  }

  @Test
  void averagesTheLikelihoodOverTokens() {
    // (1 + 2 + 4) / 3 tokens, not (1.5 + 4) / 2 completions
    Batch batch = Batch.of(BatchShape.sequences(2, 1)).with(Channel.POLICY_LOGPS, -1, -2, -4);

    Evaluation evaluation = evaluate("sft", Map.of(), batch);

    assertThat(evaluation.loss()).isCloseTo(7.0 / 3, within(1e-15));
    assertThat(evaluation.losses()).containsExactly(new double[] {2, 8.0 / 3}, within(1e-15));
  }

  @Test
  void smoothsTheLabelsOfARewardModel() {
    // rewards 2 and 1: 0.9 log(1 + e^−1) + 0.1 log(1 + e) = 0.9 · 0.3132617 + 0.1 · 1.3132617
    Batch batch = Batch.of(BatchShape.pairs(1, 1)).with(Channel.SCORES, 2, 1);

    assertThat(evaluate("bradley-terry-smoothed", Map.of("label_smoothing", 0.1), batch).loss())
        .isCloseTo(0.4132617, within(1e-7));
  }

  @Test
  void normalisesAdvantagesOverTheBatch() {
    // Advantages 1, 2, 6: mean 3, deviation √((4 + 1 + 9)/2) = √7; all ratios are 1, one token
    // each, so that the loss is minus the mean of the normalised advantages, which is zero, and the
    // gradient −A/3.
    double deviation = Math.sqrt(7) + 1e-4;
    Batch batch =
        Batch.of(BatchShape.of(Layout.GROUPS, new int[] {1, 2}, 1, 1, 1))
            .with(Channel.POLICY_LOGPS, -1, -2, -3)
            .with(Channel.BEHAVIOUR_LOGPS, -1, -2, -3)
            .with(Channel.ADVANTAGES, 1, 2, 6);

    Evaluation evaluation = evaluate("reinforce-plus-plus", Map.of(), batch);

    assertThat(evaluation.loss()).isCloseTo(0, within(1e-15));
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS))
        .containsExactly(
            new double[] {2 / deviation / 3, 1 / deviation / 3, -3 / deviation / 3}, within(1e-12));
  }

  @Test
  void takesTheGroupsMeanBeforeNormalising() {
    // Groups (1, 3) and (0, 4): advantages −1, 1, −2, 2; mean 0, deviation √(10/3).
    double deviation = Math.sqrt(10.0 / 3) + 1e-4;
    Batch batch =
        Batch.of(BatchShape.of(Layout.GROUPS, new int[] {2, 2}, 1, 1, 1, 1))
            .with(Channel.POLICY_LOGPS, -1, -2, -3, -4)
            .with(Channel.BEHAVIOUR_LOGPS, -1, -2, -3, -4)
            .with(Channel.REWARDS, 1, 3, 0, 4);

    assertThat(
            evaluate("reinforce-plus-plus-baseline", Map.of(), batch)
                .gradient(Channel.POLICY_LOGPS))
        .containsExactly(
            new double[] {
              1 / deviation / 4, -1 / deviation / 4, 2 / deviation / 4, -2 / deviation / 4
            },
            within(1e-12));
  }

  @Test
  void weighsTokensByTheirCausalEffect() {
    // Probabilities 0.5, 0.3, 0.2 against 0.4, 0.28, 0.3: effects 0.1, 0.02, −0.1; weights 0.9,
    // 0.1, 0.1 of 1.1; (0.9 log 2 + 0.1 · 1.2039728 + 0.1 · 1.6094379) / 1.1 = 0.8229207
    Batch batch =
        Batch.of(BatchShape.sequences(3))
            .with(Channel.POLICY_LOGPS, log(0.5), log(0.3), log(0.2))
            .with(Channel.COUNTERFACTUAL_LOGPS, log(0.4), log(0.28), log(0.3));

    Evaluation evaluation = evaluate("nextquill", Map.of(), batch);

    assertThat(evaluation.loss())
        .isCloseTo((-0.9 * log(0.5) - 0.1 * log(0.3) - 0.1 * log(0.2)) / 1.1, within(1e-15));
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS))
        .containsExactly(new double[] {-0.9 / 1.1, -0.1 / 1.1, -0.1 / 1.1}, within(1e-15));
  }

  @Test
  void addsAPolynomialOfTheConfidence() {
    // −½ · 2 · ((0.2 − 0.9) − (0.4 − 0.6)) = 0.5; p = σ(0.5) = 0.6224593; −log p = 0.4740770;
    // 0.4740770 + 3 · 0.3775407 = 1.6066990
    Batch batch =
        Batch.of(BatchShape.pairs(1, 1))
            .with(Channel.DENOISING_ERRORS, 0.2, 0.9)
            .with(Channel.REFERENCE_DENOISING_ERRORS, 0.4, 0.6);

    Evaluation evaluation = evaluate("poly-dpo", Map.of("beta", 2.0, "alpha", 3.0), batch);

    assertThat(evaluation.loss()).isCloseTo(1.6066990, within(1e-7));
    // d/de_w: −½ · 2 · (−(1 − p)) (1 + 3 p) = 0.3775407 · 2.8673780 = 1.0825518
    assertThat(evaluation.gradient(Channel.DENOISING_ERRORS))
        .containsExactly(new double[] {1.0825518, -1.0825518}, within(1e-7));
  }

  @Test
  void scalesARewardPairByItsMargin() {
    // 3 · log(1 + e^−1) and 0 · log(1 + e^2), mean of two
    Batch batch =
        Batch.of(BatchShape.pairs(1, 1, 1, 1))
            .with(Channel.SCORES, 2, 1, 0, 2)
            .with(Channel.WEIGHTS, 3, 0);

    assertThat(evaluate("bradley-terry-scaled", Map.of(), batch).losses())
        .containsExactly(new double[] {3 * log1p(exp(-1)), 0}, within(1e-15));
  }

  @Test
  void holdsThePolicyToTheData() {
    // Q = 1 and −3: mean |Q| = 2, λ = 2.5 / 2 = 1.25; −1.25 + 0.5 and 3.75 + 0.1, mean 1.55
    Batch batch = Batch.of(BatchShape.sequences(1, 1));
    for (Channel channel :
        Catalogue.standard().entry("prdc").create().signature().differentiable()) {
      boolean values = channel.name().equals("action_values");
      batch = batch.with(channel, values ? new double[] {1, -3} : new double[] {0.5, 0.1});
    }

    assertThat(evaluate("prdc", Map.of(), batch).loss()).isCloseTo(1.55, within(1e-15));
    // With weights 2 and 0: −1.25 + 1 and 3.75
    assertThat(evaluate("a2pr", Map.of(), batch.with(Channel.WEIGHTS, 2, 0)).losses())
        .containsExactly(new double[] {-0.25, 3.75}, within(1e-15));
  }

  @Test
  void weighsActionsByTheirAdvantage() {
    // e^{0.5 · 2} = e on a log-probability of −1 − 2; e^{10} is held at 100 on −1
    Batch batch =
        Batch.of(BatchShape.sequences(2, 1))
            .with(Channel.POLICY_LOGPS, -1, -2, -1)
            .with(Channel.ADVANTAGES, 0.5, 5);
    for (Channel channel : Catalogue.standard().entry("famo2o").create().signature().constants()) {
      batch = batch.has(channel) ? batch : batch.with(channel, 2, 2);
    }

    assertThat(evaluate("famo2o", Map.of(), batch).losses())
        .containsExactly(new double[] {3 * exp(1), 100}, within(1e-12));
  }
}
