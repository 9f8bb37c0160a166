package io.plumbline.worker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  @Test
  void warmsUpAndFallsAlongACosine() {
    LearningRateSchedule schedule = new LearningRateSchedule(0.01, 1, 4);

    // Peak, then 0.5 (1 + cos(π p)) for p = 0, 1/3, 2/3: 1, 3/4, 1/4 of the peak.
    assertThat(schedule.at(0)).isCloseTo(0.01, within(1e-12));
    assertThat(schedule.at(1)).isCloseTo(0.01, within(1e-12));
    assertThat(schedule.at(2)).isCloseTo(0.0075, within(1e-12));
    assertThat(schedule.at(3)).isCloseTo(0.0025, within(1e-12));
  }

  @Test
  void risesLinearly() {
    LearningRateSchedule schedule = new LearningRateSchedule(0.4, 4, 10);

    assertThat(schedule.at(0)).isCloseTo(0.1, within(1e-12));
    assertThat(schedule.at(2)).isCloseTo(0.3, within(1e-12));
  }
}
