package io.plumbline.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfidenceSequenceTest {

  @Test
  void followsTheEmpiricalBernsteinRecursion() {
    ConfidenceSequence sequence = new ConfidenceSequence(0.95);
    int[] outcomes = {1, 0, 1, 1, 1, 1, 0, 1, 1, 1};
    for (int repetition = 0; repetition < 10; repetition++) {
      for (int outcome : outcomes) {
        sequence.add(outcome);
      }
    }

    // The theorem's formulas, written out in numpy.
    assertThat(sequence.interval().lower()).isCloseTo(0.6564476978627591, within(1e-12));
    assertThat(sequence.interval().upper()).isCloseTo(0.9385315607519215, within(1e-12));
    assertThat(sequence.interval().estimate()).isEqualTo(0.8);
  }

  @Test
  void knowsNothingBeforeTheFirstOutcome() {
    assertThat(new ConfidenceSequence(0.9).interval()).isEqualTo(new Interval(0.5, 0, 1, 0.9));
  }

  @Test
  void refusesOutcomesOutsideTheUnitInterval() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceSequence(0.9).add(2))
        .withMessageContaining("outcome is 2.0");
  }
}
