package io.plumbline.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The expected values are those of scipy.stats 1.17.1 (norm, t). */
class DistributionTest {

  @Test
  void givesNormalQuantiles() {
    assertThat(NormalDistribution.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
    assertThat(NormalDistribution.quantile(1e-10)).isCloseTo(-6.3613409, within(1e-6));
    assertThat(NormalDistribution.quantile(0.3)).isCloseTo(-0.52440051, within(1e-8));
    assertThat(NormalDistribution.quantile(1)).isInfinite();
  }

  @Test
  void givesNormalProbabilities() {
    assertThat(NormalDistribution.cumulative(1)).isCloseTo(0.841344746, within(1e-9));
    assertThat(NormalDistribution.cumulative(-6)).isCloseTo(9.86587645e-10, within(1e-18));
  }

  @Test
  void givesStudentQuantiles() {
    assertThat(new StudentDistribution(1).quantile(0.975)).isCloseTo(12.70620474, within(1e-7));
    assertThat(new StudentDistribution(10).quantile(0.975)).isCloseTo(2.22813885, within(1e-8));
    assertThat(new StudentDistribution(28).quantile(0.025)).isCloseTo(-2.04840714, within(1e-8));
  }

  @Test
  void givesTwoSidedStudentProbabilities() {
    assertThat(new StudentDistribution(7).twoSided(2.5))
        .isCloseTo(0.04099221858575289, within(1e-12));
  }

  @Test
  void interpolatesQuantilesAsNumpyDoes() {
    // numpy.quantile([1, 2, 4, 8], 0.4): position 1.2, so 2 + 0.2 * 2.
    assertThat(Quantile.of(new double[] {1, 2, 4, 8}, 0.4)).isCloseTo(2.4, within(1e-12));
  }

  @Test
  void refusesAQuantileOfNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Quantile.of(new double[0], 0.5));
  }
}
