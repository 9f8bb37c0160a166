package io.plumbline.objectives.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.Layout;
import io.plumbline.objectives.ObjectiveState;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of three, groups of two and reward pairs at equal scores and at scores 10000 apart. */
class GroupLimitsTest {
  @ParameterizedTest
  @CsvSource({
    // log 3 + log 2 + log 1; 0; (10⁴ + 10⁴) + 10⁴
    "dpo-plackett-luce, 1.791759469228055, 0, 30000",
    // three pairs of log 2; 0; 10⁴ + 2 · 10⁴ + 10⁴
    "list-pairwise, 2.0794415416798357, 0, 40000",
    // relevances 2, 1, 0: softmax 0.6652410, 0.2447285, 0.0900306; log 3; against the largest:
    // 0.2447285 · 10⁴ + 0.0900306 · 2 · 10⁴; 0.6652410 · 2 · 10⁴ + 0.2447285 · 10⁴
    "list-softmax, 1.0986122886681098, 4247.8960, 15752.1040",
    // gains 3, 1, 0, discounts 1, 0.6309298, ½ by position: Δ = 0.7381405, 1.5, 0.1309298.
    // Equal: their sum · log 2. Reversed, the discounts are ½, 0.6309298, 1:
    // 0.2618595 · 10⁴ + 1.5 · 2 · 10⁴ + 0.3690702 · 10⁴
    "lipo-lambda, 1.6421143, 0, 36309.2975",
  })
  void ofLists(String name, double equal, double ordered, double reversed) {
    assertThat(ofList(name, 0)).isCloseTo(equal, within(1e-6));
    assertThat(ofList(name, 1e4)).isCloseTo(ordered, within(1e-3));
    assertThat(ofList(name, -1e4)).isCloseTo(reversed, within(1e-3));
  }

  private static double ofList(String name, double step) {
    Batch batch =
        Batch.of(BatchShape.of(Layout.LISTS, new int[] {3}, 1, 1, 1))
            .with(Channel.POLICY_LOGPS, -3e4 + step, -3e4, -3e4 - step)
            .with(Channel.REFERENCE_LOGPS, -3e4, -3e4, -3e4);
    if (!name.equals("dpo-plackett-luce")) {
      batch = batch.with(Channel.RELEVANCES, 2, 1, 0);
    }
    return loss(name, Map.of("beta", 1.0), batch);
  }

  @ParameterizedTest
  @CsvSource({
    // −A; −(1 + ε) A; −(1 − ε) · −A of a negative advantage at ratio 0
    "ppo, -2, -2.4, 1.6",
    // c A at a ratio of e^1000 holds the last
    "ppo-dual-clip, -2, -2.4, 1.6",
  })
  void ofClippedRatios(String name, double one, double high, double low) {
    assertThat(ofRatio(name, 0, 2)).isCloseTo(one, within(1e-12));
    assertThat(ofRatio(name, 1000, 2)).isCloseTo(high, within(1e-12));
    assertThat(ofRatio(name, -1000, -2)).isCloseTo(low, within(1e-12));
    // A negative advantage at a huge ratio: e^80 A where the exponent is held, or c A.
    assertThat(ofRatio(name, 1000, -2))
        .isCloseTo(name.equals("ppo") ? 2 * Math.exp(80) : 6, within(1e22));
  }

  private static double ofRatio(String name, double logRatio, double advantage) {
    Batch batch =
        Batch.of(BatchShape.of(Layout.GROUPS, new int[] {1}, 1))
            .with(Channel.POLICY_LOGPS, -2000 + logRatio)
            .with(Channel.BEHAVIOUR_LOGPS, -2000)
            .with(Channel.ADVANTAGES, advantage);
    return loss(name, Map.of(), batch);
  }

  @ParameterizedTest
  @CsvSource({
    // Rewards 1 and −1: deviation √2, advantages ±1/(√2 + 10⁻⁴) = ±0.7070568. On policy the two
    // cancel but for the log-probabilities −1 and −3: −½ (−1 + 3) · 0.7070568
    "cispo, 0, -0.7070568",
    "vespo, 0, -0.7070568",
    // Both ratios e^1000, capped at 5: five times as much, of −1 + 1000 and −3 + 1000 the same
    "cispo, 1000, -3.5352840",
    // φ vanishes
    "vespo, 1000, 0",
  })
  void ofDetachedRatios(String name, double logRatio, double expected) {
    Batch batch =
        Batch.of(BatchShape.of(Layout.GROUPS, new int[] {2}, 1, 1))
            .with(Channel.POLICY_LOGPS, -1, -3)
            .with(Channel.BEHAVIOUR_LOGPS, -1 - logRatio, -3 - logRatio)
            .with(Channel.REWARDS, 1, -1);

    assertThat(loss(name, Map.of(), batch)).isCloseTo(expected, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "bradley-terry, 0.6931471805599453, 0, 10000",
    // ε = 0.1
    "bradley-terry-smoothed, 0.6931471805599453, 1000, 9000",
    // 0.01 (r_w + r_l)² with r_l = 0
    "bradley-terry-centred, 0.6931471805599453, 1000000, 1010000",
  })
  void ofRewardPairs(String name, double equal, double won, double lost) {
    for (double score : new double[] {0, 1e4, -1e4}) {
      Batch batch = Batch.of(BatchShape.pairs(1, 1)).with(Channel.SCORES, score, 0);

      assertThat(loss(name, Map.of(), batch))
          .isCloseTo(score == 0 ? equal : score > 0 ? won : lost, within(1e-9));
    }
  }

  private static double loss(String name, Map<String, Double> parameters, Batch batch) {
    Evaluation evaluation =
        Catalogue.standard().create(name, parameters).evaluate(batch, ObjectiveState.EMPTY);
    evaluation.gradients().values().forEach(g -> assertThat(g).doesNotContain(Double.NaN));
    return evaluation.loss();
  }
}
