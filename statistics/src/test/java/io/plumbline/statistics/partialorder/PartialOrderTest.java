package io.plumbline.statistics.partialorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PartialOrderTest {

  @Test
  void prefersOnlyWhatNoObjectiveContradicts() {
    // Objective 1: 3 > 2 > 1; objective 2: 1 < 2, and the third as good as the second.
    PartialOrder order =
        PartialOrder.of(new double[][] {{3, 2, 1}, {1, 2, 2}}, new double[] {3, 1});

    assertThat(order.preferred()[1][2]).isTrue();
    assertThat(order.preferred()[0][1]).isFalse();
    assertThat(order.undominated()).containsExactly(0, 1);
    assertThat(order.incomparable()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(order.probability()[0][1]).isCloseTo(0.75, within(1e-12));
    assertThat(order.probability()[1][2]).isCloseTo(0.875, within(1e-12));
  }
}
