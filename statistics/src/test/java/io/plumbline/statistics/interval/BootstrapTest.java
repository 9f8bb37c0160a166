package io.plumbline.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  // Efron and Tibshirani (1993), table 3.1: law school scores.
  private static final double[] LSAT = {
    576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594
  };
  private static final double[] GPA = {
    3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96
  };

  // scipy.stats.bootstrap, 20000 resamples: percentile (.525, .948), BCa (.434, .928); the Monte
  // Carlo error of the lower BCa end with 20000 resamples is about .007.
  @Test
  void givesThePercentileIntervalOfTheLawSchoolCorrelation() {
    Interval interval = new Bootstrap(4000, 0.9, 1).percentile(15, BootstrapTest::correlation);

    assertThat(interval.estimate()).isCloseTo(0.776374491289407, within(1e-12));
    assertThat(interval.lower()).isCloseTo(0.525, within(0.025));
    assertThat(interval.upper()).isCloseTo(0.948, within(0.01));
  }

  @Test
  void givesTheAcceleratedIntervalOfTheLawSchoolCorrelation() {
    Interval interval =
        new Bootstrap(40_000, 0.9, 1).biasCorrectedAccelerated(15, BootstrapTest::correlation);

    assertThat(interval.lower()).isCloseTo(0.434, within(0.025));
    assertThat(interval.upper()).isCloseTo(0.928, within(0.01));
  }

  @Test
  void givesTheSameIntervalForTheSameSeed() {
    Bootstrap bootstrap = new Bootstrap(200, 0.95, 9);
    double[] values = {0, 1, 1, 0, 1, 1, 1, 0, 0.5};

    assertThat(bootstrap.mean(values, Clusters.independent(9)))
        .isEqualTo(bootstrap.mean(values, Clusters.independent(9)))
        .isNotEqualTo(new Bootstrap(200, 0.95, 10).mean(values, Clusters.independent(9)));
  }

  @Test
  void isNotFooledByRepeatedRowsOfOneCluster() {
    Bootstrap bootstrap = new Bootstrap(300, 0.95, 4);
    Interval once = bootstrap.mean(new double[] {0, 1, 1, 0}, Clusters.independent(4));
    Interval thrice =
        bootstrap.mean(
            new double[] {0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0},
            Clusters.of(List.of("a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d")));

    assertThat(thrice).isEqualTo(once);
  }

  @Test
  void collapsesToThePointWhereAllValuesAreEqual() {
    Interval interval =
        Bootstrap.DEFAULT.mean(new double[] {0.5, 0.5, 0.5}, Clusters.independent(3));

    assertThat(interval).isEqualTo(new Interval(0.5, 0.5, 0.5, 0.95));
  }

  @Test
  void refusesAStatisticThatIsUndefined() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> Bootstrap.DEFAULT.percentile(3, multiplicity -> Double.NaN))
        .withMessageContaining("undefined");
  }

  private static double correlation(int[] multiplicity) {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < multiplicity.length; i++) {
      double weight = multiplicity[i];
      n += weight;
      x += weight * LSAT[i];
      y += weight * GPA[i];
      xx += weight * LSAT[i] * LSAT[i];
      yy += weight * GPA[i] * GPA[i];
      xy += weight * LSAT[i] * GPA[i];
    }
    return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
  }
}
