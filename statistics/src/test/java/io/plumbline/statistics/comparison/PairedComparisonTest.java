package io.plumbline.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Bootstrap;
import io.plumbline.statistics.interval.Clusters;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {
  // Student (1908), extra hours of sleep with two drugs: R's t.test(paired = TRUE) on `sleep` gives
  // difference -1.58, interval (-2.4598858, -0.7001142), p 0.002833.
  private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
  private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void reproducesThePairedTestOfTheSleepData() {
    PairedComparison comparison =
        PairedComparison.of(FIRST, SECOND, Clusters.independent(10), Bootstrap.DEFAULT);

    assertThat(comparison.difference()).isCloseTo(-1.58, within(1e-12));
    assertThat(comparison.clusterRobust().lower()).isCloseTo(-2.4598858, within(1e-7));
    assertThat(comparison.clusterRobust().upper()).isCloseTo(-0.7001142, within(1e-7));
    assertThat(comparison.pValue()).isCloseTo(0.002833, within(1e-6));
    assertThat(comparison.isIndistinguishable()).isFalse();
  }

  @Test
  void cannotTellASystemFromItself() {
    PairedComparison comparison =
        PairedComparison.of(FIRST, FIRST, Clusters.independent(10), Bootstrap.DEFAULT);

    assertThat(comparison.isIndistinguishable()).isTrue();
    assertThat(comparison.pValue()).isEqualTo(1);
  }

  @Test
  void refusesSystemsWithDifferentItems() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PairedComparison.of(
                    FIRST, new double[3], Clusters.independent(10), Bootstrap.DEFAULT))
        .withMessageContaining("pair them");
  }
}
