package io.plumbline.objectives.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Evaluation;
import io.plumbline.objectives.InvalidBatchException;
import io.plumbline.objectives.ObjectiveState;
import org.junit.jupiter.api.Test;

class PropensityTest {
  private static Batch batch(double propensity) {
    return Batch.of(BatchShape.sequences(1, 1))
        .with(Channel.SCORES, 0, Math.log(3))
        .with(Channel.LABELS, 1, 0)
        .with(InversePropensity.PROPENSITIES, propensity, 0.2);
  }

  @Test
  void holdsRarelySeenItemsAtTheClip() {
    // θ = 0.1 held at 0.5: w = 2. First: −2 log ½ + log ½ = log 2, slope ½ − 2 = −1.5.
    // Second, w = 0: −log(1 − ¾) = log 4, slope ¾. Means over two.
    Evaluation evaluation =
        new PointwiseObjective(new PropensityCrossEntropy(new InversePropensity(0.5)))
            .evaluate(batch(0.1), ObjectiveState.EMPTY);

    assertThat(evaluation.losses())
        .containsExactly(new double[] {Math.log(2), Math.log(4)}, within(1e-15));
    assertThat(evaluation.gradient(Channel.SCORES))
        .containsExactly(new double[] {-0.75, 0.375}, within(1e-15));
  }

  @Test
  void dividesBySharesNotByItems() {
    // w = 2, ω = ½: 2 · ¼ + ½ (1 − 2) · ¼ = 0.375; ½ · 9/16 = 0.28125; over 1 + ½
    Evaluation evaluation =
        new PointwiseObjective(new PropensitySquaredError(new InversePropensity(0), 0.5))
            .evaluate(batch(0.5), ObjectiveState.EMPTY);

    assertThat(evaluation.loss()).isCloseTo(0.65625 / 1.5, within(1e-15));
  }

  @Test
  void refusesAClickOnWhatWasNeverSeen() {
    PointwiseObjective unbiased =
        new PointwiseObjective(new PropensityCrossEntropy(new InversePropensity(0)));

    assertThatThrownBy(() -> unbiased.evaluate(batch(0), ObjectiveState.EMPTY))
        .isInstanceOf(InvalidBatchException.class)
        .hasMessageContaining("propensities: sequence 0")
        .hasMessageContaining("clip above 0");
  }

  @Test
  void readsNoPropensityWithoutAClick() {
    Batch unseen = batch(0.5).with(InversePropensity.PROPENSITIES, 0.5, 0);

    assertThat(
            new PointwiseObjective(new PropensityCrossEntropy(new InversePropensity(0)))
                .evaluate(unseen, ObjectiveState.EMPTY)
                .loss())
        .isFinite();
  }
}
