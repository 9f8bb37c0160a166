package io.plumbline.objectives.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.Statistics;
import org.junit.jupiter.api.Test;

class DpoTest {
  private static final PairwiseObjective DPO = PairwiseObjective.of(new LogisticLoss(0.5));

  // chosen: −1 − 2 against −2 − 3, ratio 2; rejected: −4 against −3, ratio −1; margin 3.
  private static final Batch ONE_PAIR =
      Batch.of(BatchShape.pairs(2, 1))
          .with(Channel.POLICY_LOGPS, -1, -2, -4)
          .with(Channel.REFERENCE_LOGPS, -2, -3, -3);

  @Test
  void matchesAHandCalculation() {
    Evaluation evaluation = DPO.evaluate(ONE_PAIR, ObjectiveState.EMPTY);

    // log(1 + e^−1.5) = 0.201413277982752; slope −0.5 / (1 + e^1.5) = −0.0912127621...
    double slope = 0.5 / (1 + Math.exp(1.5));
    assertThat(evaluation.loss()).isCloseTo(0.2014132779827524, within(1e-15));
    assertThat(evaluation.gradient(Channel.POLICY_LOGPS))
        .containsExactly(new double[] {-slope, -slope, slope}, within(1e-15));
    assertThat(evaluation.metrics().means())
        .containsEntry("rewards/chosen", 1.0)
        .containsEntry("rewards/rejected", -0.5)
        .containsEntry("rewards/margins", 1.5)
        .containsEntry("rewards/accuracies", 1.0)
        .containsEntry("logps/chosen", -3.0)
        .containsEntry("logps/rejected", -4.0);
  }

  @Test
  void addsUpOverMicroBatches() {
    Batch other =
        Batch.of(BatchShape.pairs(1, 0, 1, 1))
            .with(Channel.POLICY_LOGPS, -1, -2, -4)
            .with(Channel.REFERENCE_LOGPS, -2, -3, -3);
    Statistics global = DPO.statistics(ONE_PAIR).plus(DPO.statistics(other));

    Evaluation first = DPO.evaluate(ONE_PAIR, global, ObjectiveState.EMPTY);
    Evaluation second = DPO.evaluate(other, global, ObjectiveState.EMPTY);

    // margins 3, 1 and 2: log(1 + e^−1.5) + log(1 + e^−0.5) + log(1 + e^−1), over three
    double expected =
        (Math.log1p(Math.exp(-1.5)) + Math.log1p(Math.exp(-0.5)) + Math.log1p(Math.exp(-1))) / 3;
    assertThat(first.loss() + second.loss()).isCloseTo(expected, within(1e-15));
    assertThat(first.metrics().plus(second.metrics()).means())
        .containsEntry("rewards/margins", (1.5 + 0.5 + 1.0) / 3);
  }

  @Test
  void refusesABatchWithoutReference() {
    Batch batch = Batch.of(BatchShape.pairs(1, 1)).with(Channel.POLICY_LOGPS, -1, -2);

    assertThatThrownBy(() -> DPO.evaluate(batch, ObjectiveState.EMPTY))
        .isInstanceOf(InvalidBatchException.class)
        .hasMessageContaining("reference_logps");
  }

  @Test
  void refusesValuesThatAreNotFinite() {
    assertThatThrownBy(
            () -> Batch.of(BatchShape.pairs(2, 1)).with(Channel.POLICY_LOGPS, -1, -2, Double.NaN))
        .isInstanceOf(InvalidBatchException.class)
        .hasMessageContaining("sequence 1");
  }
}
