package io.plumbline.service.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSizeTest {

  @Test
  void zeroAsksForTheDefault() {
    assertThat(PageSize.of(0, IllegalArgumentException::new)).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000})
  void keepsWhatIsAskedFor(int size) {
    assertThat(PageSize.of(size, IllegalArgumentException::new)).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1_001})
  void refusesOtherSizesWithTheRemedy(int size) {
    assertThatThrownBy(() -> PageSize.of(size, IllegalArgumentException::new))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be 1 to 1000, or 0 for 100");
  }
}
