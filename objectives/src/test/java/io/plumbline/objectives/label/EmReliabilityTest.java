package io.plumbline.objectives.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Statistics;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.objectives.pair.LogisticLoss;
import io.plumbline.objectives.score.HeadScores;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmReliabilityTest {
  private static Objective overScores(int annotators, double reliability, double momentum) {
    return new EmReliability(
        new LogisticLoss(1), new HeadScores(), annotators, reliability, momentum);
  }

  private static Batch scored(double... scores) {
    int[] lengths = new int[scores.length];
    Arrays.fill(lengths, 1);
    return Batch.of(BatchShape.pairs(lengths)).with(Channel.SCORES, scores);
  }

  private static Batch labelled(Batch batch, double... annotators) {
    return batch.with(Reliabilities.ANNOTATORS, annotators);
  }

  @Test
  void believesALabelThatTheModelSharesMore() {
    // u 2 and −1, β = ½: p = σ(1.5) = 0.8175745; η = 0.9:
    // w = 0.7358170 / (0.7358170 + 0.1824255 · 0.1) = 0.7358170 / 0.7540596 = 0.9758076
    // loss = 0.9758076 · 0.2014133 + 0.0241924 · 1.7014133 = 0.1965406 + 0.0411613 = 0.2377019
    // slope by the logit p − w = −0.1582331, by a log-probability half of it
    Batch batch =
        Batch.of(BatchShape.pairs(2, 1))
            .with(Channel.POLICY_LOGPS, -1, -2, -4)
            .with(Channel.REFERENCE_LOGPS, -2, -3, -3);

    Evaluation evaluation =
        Catalogue.standard()
            .create("re-dpo", Map.of("beta", 0.5))
            .evaluate(batch, ObjectiveState.EMPTY);

    assertThat(evaluation.metrics().means().get("label_confidence"))
        .isCloseTo(0.9758076, within(1e-7));
    assertThat(evaluation.loss()).isCloseTo(0.2377019, within(1e-7));
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS))
        .containsExactly(new double[] {-0.0791166, -0.0791166, 0.0791166}, within(1e-7));
    // 0.9 · 0.9 + 0.1 · 0.9758076
    assertThat(evaluation.state().get("reliability/0", 0)).isCloseTo(0.9075808, within(1e-7));
  }

  /** Closed forms at η = 0.9: w = η at equal scores; the label is believed, or believed wrong. */
  @ParameterizedTest
  @CsvSource({"0, 0.6931471805599453, 0.9", "20000, 0, 1", "-20000, 0, 0"})
  void believesTheModelAtLargeMargins(double margin, double loss, double confidence) {
    Evaluation evaluation =
        overScores(1, 0.9, 0.1).evaluate(scored(margin, 0), ObjectiveState.EMPTY);

    assertThat(evaluation.loss()).isCloseTo(loss, within(1e-12));
    assertThat(evaluation.metrics().means().get("label_confidence"))
        .isCloseTo(confidence, within(1e-12));
    assertThat(evaluation.gradient(Channel.SCORES)).doesNotContain(Double.NaN);
  }

  @Test
  void isThePlainLossForALabelThatIsCertain() {
    // η = 1: w = 1, −log σ(−2) = 2.1269280 and its slope −σ(2) = −0.8807971
    Evaluation evaluation = overScores(1, 1, 0.5).evaluate(scored(0, 2), ObjectiveState.EMPTY);

    assertThat(evaluation.loss()).isCloseTo(2.1269280, within(1e-7));
    assertThat(evaluation.gradient(Channel.SCORES))
        .containsExactly(new double[] {-0.8807971, 0.8807971}, within(1e-7));
    assertThat(evaluation.state().get("reliability/0", 0)).isEqualTo(1);
  }

  /**
   * The paper's theorem 4.1: a calibrated model's reliability tends to the true one. With p = 0.8
   * and η = ¾ a label agrees with the model in 0.8 · ¾ + 0.2 · ¼ = 0.65 of pairs: 13 of 20. At ¾
   * the mean posterior is 0.65 · (0.6 / 0.65) + 0.35 · (0.15 / 0.35) = ¾ itself.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.75, 0.95, 0.55})
  void findsTheTrueReliabilityUnderACalibratedModel(double start) {
    double logit = Math.log(0.8 / 0.2);
    double[] scores = new double[40];
    for (int pair = 0; pair < 20; pair++) {
      scores[2 * pair] = pair < 13 ? logit : -logit;
    }
    Objective objective = overScores(1, start, 0.5);
    ObjectiveState state = ObjectiveState.EMPTY;
    for (int step = 0; step < 400; step++) {
      state = objective.evaluate(scored(scores), state).state();
    }

    assertThat(state.get("reliability/0", 0)).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void keepsAReliabilityForEachAnnotator() {
    // p = σ(0) = ½ each, so w = η; annotator 2 has no label and no state
    Batch batch = labelled(scored(1, 1, 2, 2), 0, 1);
    ObjectiveState before = ObjectiveState.EMPTY.with("reliability/0", 0.6);

    Evaluation evaluation = overScores(3, 0.9, 0.5).evaluate(batch, before);

    assertThat(evaluation.state().values())
        .containsOnlyKeys("reliability/0", "reliability/1")
        .hasEntrySatisfying("reliability/0", r -> assertThat(r).isCloseTo(0.6, within(1e-15)))
        .hasEntrySatisfying("reliability/1", r -> assertThat(r).isCloseTo(0.9, within(1e-15)));
  }

  @Test
  void namesEveryAnnotatorInItsSumsSoThatRanksCanReduceThem() {
    Objective objective = overScores(3, 0.9, 0.5);

    assertThat(objective.statistics(labelled(scored(1, 1), 0)).sums().keySet())
        .isEqualTo(objective.statistics(labelled(scored(1, 1), 2)).sums().keySet());
  }

  @Test
  void movesReliabilitiesAlikeHoweverTheBatchIsSplit() {
    Objective objective = overScores(2, 0.8, 0.3);
    ObjectiveState before = ObjectiveState.EMPTY.with("reliability/1", 0.7);
    Batch whole = labelled(scored(1, 0, 0, 2, 3, 1), 1, 0, 1);
    Batch first = labelled(scored(1, 0), 1);
    Batch second = labelled(scored(0, 2, 3, 1), 0, 1);
    Statistics global =
        objective.statistics(first, before).plus(objective.statistics(second, before));

    ObjectiveState expected = objective.evaluate(whole, before).state();

    for (Batch part : new Batch[] {first, second}) {
      ObjectiveState actual = objective.evaluate(part, global, before).state();
      assertThat(actual.values().keySet()).isEqualTo(expected.values().keySet());
      expected
          .values()
          .forEach(
              (name, value) -> assertThat(actual.get(name, 0)).isCloseTo(value, within(1e-15)));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2})
  void refusesAnAnnotatorThatIsNotNumbered(double annotator) {
    Batch batch = labelled(scored(1, 0), annotator);

    assertThatThrownBy(() -> overScores(2, 0.9, 0.1).evaluate(batch, ObjectiveState.EMPTY))
        .isInstanceOf(InvalidBatchException.class)
        .hasMessage(
            "annotators: example 0 holds %s; number annotators from 0 to 1".formatted(annotator));
  }

  @Test
  void refusesReliabilitiesBelowChance() {
    assertThatThrownBy(() -> overScores(1, 0.4, 0.1)).hasMessageContaining("outside [0.5, 1]");
    assertThatThrownBy(() -> overScores(1, 0.9, 1.1)).hasMessageContaining("outside [0, 1]");
    assertThatThrownBy(() -> overScores(0, 0.9, 0.1)).hasMessageContaining("below 1");
  }
}
