package io.plumbline.objectives.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimatorErrorsTest {
  @Test
  void weighsIndependentEstimatorsByTheOthersError() {
    // T = 4, E = 1: α = 1/5; 4/25 + 16/25 = 0.8, less than either
    EstimatorErrors errors = new EstimatorErrors(4, 1, 0);

    assertThat(errors.mixingWeight()).isEqualTo(0.2);
    assertThat(errors.errorAt(0.2)).isCloseTo(0.8, within(1e-15));
    assertThat(errors.errorAt(1)).isEqualTo(4);
    assertThat(errors.errorAt(0)).isEqualTo(1);
  }

  @Test
  void takesTheBetterAloneWhereMixingCannotHelp() {
    // C = 1.5: (1 − 1.5) / (4 + 1 − 3) = −¼, held at 0; and with the two exchanged at 1
    assertThat(new EstimatorErrors(4, 1, 1.5).mixingWeight()).isEqualTo(0);
    assertThat(new EstimatorErrors(1, 4, 1.5).mixingWeight()).isEqualTo(1);
  }

  @Test
  void leavesEqualEstimatorsInTheMiddle() {
    assertThat(new EstimatorErrors(1, 1, 1).mixingWeight()).isEqualTo(0.5);
    assertThat(new EstimatorErrors(0, 0, 0).mixingWeight()).isEqualTo(0.5);
  }

  @Test
  void refusesErrorsThatCannotBe() {
    assertThatThrownBy(() -> new EstimatorErrors(-1, 1, 0)).hasMessageStartingWith("trace: -1.0");
    assertThatThrownBy(() -> new EstimatorErrors(4, 1, 3)).hasMessageStartingWith("cross: 3.0");
    assertThatThrownBy(() -> new EstimatorErrors(4, 1, Double.NaN)).hasMessageStartingWith("cross");
  }
}
