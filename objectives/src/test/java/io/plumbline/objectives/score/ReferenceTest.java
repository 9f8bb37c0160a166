package io.plumbline.objectives.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final Channel FIRST = Channel.referenceLogps("checkpoint-1");
  private static final Channel SECOND = Channel.referenceLogps("checkpoint-2");

  // Sums: policy −3 and −4, fixed −5 and −3, checkpoints −4 and −6, −2 and −2.
  private static final Batch PAIR =
      Batch.of(BatchShape.pairs(2, 1))
          .with(Channel.POLICY_LOGPS, -1, -2, -4)
          .with(Channel.REFERENCE_LOGPS, -2, -3, -3)
          .with(FIRST, -1, -3, -6)
          .with(SECOND, -1, -1, -2);

  private static double[] scores(Reference reference) {
    return LogRatios.summed().withReference(reference).scores(PAIR).values();
  }

  @Test
  void isFixedMovingOrNone() {
    assertThat(scores(Reference.fixed())).containsExactly(2, -1);
    assertThat(scores(Reference.moving(FIRST))).containsExactly(1, 2);
    assertThat(scores(Reference.none())).containsExactly(-3, -4);
  }

  @Test
  void isTheGeometricMeanOfAPopulation() {
    // (−4 − 2) / 2 = −3 and (−6 − 2) / 2 = −4: the policy's own sums
    assertThat(scores(Reference.population(List.of(FIRST, SECOND))))
        .containsExactly(new double[] {0, 0}, within(1e-15));
  }
}
