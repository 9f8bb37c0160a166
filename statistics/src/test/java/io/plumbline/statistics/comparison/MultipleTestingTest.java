package io.plumbline.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MultipleTestingTest {
  private static final double[] P_VALUES = {0.01, 0.04, 0.03, 0.005};

  @Test
  void stepsDownByHolm() {
    // Sorted: .005*4 = .02, .01*3 = .03, .03*2 = .06, max(.06, .04*1) = .06.
    assertThat(MultipleTesting.HOLM.adjust(P_VALUES))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
  }

  @Test
  void stepsUpByBenjaminiHochberg() {
    // Sorted: .005*4/1 = .02, .01*4/2 = .02, .03*4/3 = .04, .04*4/4 = .04.
    assertThat(MultipleTesting.BENJAMINI_HOCHBERG.adjust(P_VALUES))
        .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-15));
  }

  @Test
  void neverExceedsOne() {
    assertThat(MultipleTesting.HOLM.adjust(new double[] {0.9, 0.8})).containsExactly(1, 1);
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipleTesting.HOLM.adjust(new double[] {Double.NaN}));
  }
}
