package io.plumbline.judge.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void holdsWhatWasAskedForOrAllThereIs() {
    assertThat(Pages.fitting(List.of(10, 10, 10), 2)).isEqualTo(2);
    assertThat(Pages.fitting(List.of(10, 10), 100)).isEqualTo(2);
    assertThat(Pages.fitting(List.of(), 100)).isZero();
  }

  // 3 MiB are three rows of one.
  @Test
  void endsEarlierWhereRowsAreLarge() {
    assertThat(Pages.fitting(Collections.nCopies(10, MEBIBYTE), 100)).isEqualTo(3);
    assertThat(Pages.fitting(Collections.nCopies(10, MEBIBYTE + 1), 100)).isEqualTo(2);
  }

  @Test
  void holdsOneRowHoweverLarge() {
    assertThat(Pages.fitting(List.of(5 * MEBIBYTE, 1), 100)).isEqualTo(1);
  }
}
