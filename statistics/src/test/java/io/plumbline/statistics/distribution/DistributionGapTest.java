package io.plumbline.statistics.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionGapTest {

  @Test
  void measuresHowFarApartLabelsAre() {
    DistributionGap gap =
        DistributionGap.of(List.of("a", "a", "b", "c"), List.of("a", "b", "d", "d"));

    // Shares .5 .25 .25 0 and .25 .25 0 .5; the divergence from numpy.
    assertThat(gap.totalVariation()).isCloseTo(0.5, within(1e-12));
    assertThat(gap.jensenShannon()).isCloseTo(0.40563906222956647, within(1e-12));
    assertThat(gap.firstEntropy()).isCloseTo(1.5, within(1e-12));
    assertThat(gap.onlyFirst()).isEqualTo(0.25);
    assertThat(gap.onlySecond()).isEqualTo(0.5);
  }

  @Test
  void isZeroForEqualSamples() {
    DistributionGap gap = DistributionGap.of(List.of("a", "b"), List.of("b", "a"));

    assertThat(gap.totalVariation()).isZero();
    assertThat(gap.jensenShannon()).isZero();
  }
}
