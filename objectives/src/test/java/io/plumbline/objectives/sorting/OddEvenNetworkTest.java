package io.plumbline.objectives.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OddEvenNetworkTest {
  private static final double[] VALUES = {0.4, -1.2, 2.5, 0.1, -0.3};

  @ParameterizedTest
  @EnumSource(Relaxation.class)
  void sortsWhereItIsSteep(Relaxation relaxation) {
    double[] expected = VALUES.clone();
    Arrays.sort(expected);

    double[] sorted = new OddEvenNetwork(relaxation, 1e12).sort(VALUES).sorted();

    assertThat(sorted).containsExactly(expected, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Relaxation.class)
  void keepsTheSumAndSharesEveryPlaceOut(Relaxation relaxation) {
    OddEvenNetwork.Pass pass = new OddEvenNetwork(relaxation, 2).sort(VALUES);

    // 0.4 − 1.2 + 2.5 + 0.1 − 0.3
    assertThat(Arrays.stream(pass.sorted()).sum()).isCloseTo(1.5, within(1e-12));
    assertThat(pass.shares(new double[] {1, 1, 1, 1, 1}))
        .containsExactly(new double[] {1, 1, 1, 1, 1}, within(1e-12));
    assertThat(Arrays.stream(pass.shares(new double[] {0, 0, 0, 0, 1})).sum())
        .isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(Relaxation.class)
  void refusesASteepnessOfZero(Relaxation relaxation) {
    assertThatThrownBy(() -> new OddEvenNetwork(relaxation, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("steepness");
  }
}
