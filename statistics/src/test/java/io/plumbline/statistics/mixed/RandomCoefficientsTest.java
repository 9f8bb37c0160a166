package io.plumbline.statistics.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Interval;
import org.junit.jupiter.api.Test;

class RandomCoefficientsTest {
  private static final double[][] FEATURES = {{1, 0}, {1, 1}};

  // Slopes 1, 2 and 6: mean 3, sd √7, standard error √(7/3), t(0.975, 2) = 4.302653.
  @Test
  void averagesTheSlopesOfTheGroups() {
    double[][] outcomes = {{0, 1}, {5, 7}, {-1, 5}};

    Interval slope = RandomCoefficients.fit(FEATURES, outcomes).effect(1, 0.95);

    assertThat(slope.estimate()).isCloseTo(3, within(1e-12));
    assertThat(slope.upper()).isCloseTo(3 + 4.302653 * Math.sqrt(7.0 / 3), within(1e-5));
  }

  @Test
  void refusesAGroupWithMissingOutcomes() {
    assertThatThrownBy(() -> RandomCoefficients.fit(FEATURES, new double[][] {{1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("group 0 has 1 outcomes for 2 rows of features");
  }
}
