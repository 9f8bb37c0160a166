package io.plumbline.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class WinRateTest {

  @Test
  void countsWinsTiesAndLosses() {
    WinRate winRate =
        WinRate.of(new double[] {1, 0.5, 0, 1}, Clusters.independent(4), Bootstrap.DEFAULT);

    assertThat(winRate.rate()).isEqualTo(0.625);
    assertThat(winRate.wins()).isEqualTo(2);
    assertThat(winRate.ties()).isEqualTo(1);
    assertThat(winRate.losses()).isEqualTo(1);
    assertThat(winRate.comparisons()).isEqualTo(4);
    // Standard deviation of 1, .5, 0, 1 is sqrt(.6875 / 3); divided by sqrt(4).
    assertThat(winRate.standardError()).isCloseTo(Math.sqrt(0.6875 / 3) / 2, within(1e-15));
  }

  @Test
  void widensTheIntervalWhereGroupsAgree() {
    // Three prompts with both orders: group sums of deviations from 2/3 are 2/3, 2/3 and -4/3, so
    // the variance is (4/9 + 4/9 + 16/9) / 36 * 3/2 = 1/9.
    WinRate winRate =
        WinRate.of(
            new double[] {1, 1, 1, 1, 0, 0},
            Clusters.of(List.of("p", "p", "q", "q", "r", "r")),
            Bootstrap.DEFAULT);

    assertThat(winRate.standardError()).isCloseTo(1.0 / 3, within(1e-15));
    assertThat(winRate.groups()).isEqualTo(3);
    // Student, 2 degrees of freedom: 4.3027; cut to [0, 1].
    assertThat(winRate.clusterRobust().lower()).isZero();
    assertThat(winRate.clusterRobust().upper()).isEqualTo(1);
  }

  @Test
  void saysNothingFromOneGroup() {
    WinRate winRate = WinRate.of(new double[] {1}, Clusters.independent(1), Bootstrap.DEFAULT);

    assertThat(winRate.standardError()).isNaN();
    assertThat(winRate.clusterRobust()).isEqualTo(new Interval(1, 0, 1, 0.95));
  }

  @Test
  void refusesScoresOutsideTheUnitInterval() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                WinRate.of(
                    new double[] {0, Double.NaN}, Clusters.independent(2), Bootstrap.DEFAULT))
        .withMessageContaining("score 1 is NaN");
  }
}
