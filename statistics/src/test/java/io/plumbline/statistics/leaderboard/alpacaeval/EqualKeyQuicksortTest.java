package io.plumbline.statistics.leaderboard.alpacaeval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EqualKeyQuicksortTest {

  @Test
  void leavesShortArraysAlone() {
    assertThat(EqualKeyQuicksort.order(5)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void exchangesAroundTheMiddleOfLongerArrays() {
    // By hand for 18: the middle (8) goes to 16, then 1..15 mirror around 8, then 8 and 16 change.
    assertThat(EqualKeyQuicksort.order(18))
        .containsExactly(0, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 16, 17);
  }

  @Test
  void dealsGroupsToFoldsFromTheEnd() {
    assertThat(EqualKeyQuicksort.folds(7, 5)).containsExactly(1, 0, 4, 3, 2, 1, 0);
  }
}
