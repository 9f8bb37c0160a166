package io.plumbline.statistics.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class McNemarTest {

  @Test
  void reproducesTheApprovalRatings() {
    // Agresti, Categorical data analysis, table 10.1: 150 and 86 changed; z² = 17.36.
    McNemar test = new McNemar(150, 86);

    assertThat(test.chiSquared()).isCloseTo(17.36, within(0.005));
    // scipy.stats: chi2.sf and binomtest.
    assertThat(test.pValue()).isCloseTo(3.099293441045215e-05, within(1e-15));
    assertThat(test.exactPValue()).isCloseTo(3.7159361395713866e-05, within(1e-15));
  }

  @Test
  void countsDiscordantItems() {
    McNemar test =
        McNemar.of(
            new boolean[] {true, true, false, false}, new boolean[] {true, false, true, false});

    assertThat(test).isEqualTo(new McNemar(1, 1));
    assertThat(test.exactPValue()).isEqualTo(1);
  }

  @Test
  void givesTheExactBinomialProbability() {
    // scipy.stats.binomtest(2, 12)
    assertThat(new McNemar(2, 10).exactPValue()).isCloseTo(0.03857421875, within(1e-12));
  }

  @Test
  void rejectsNothingWithoutDiscordantItems() {
    assertThat(new McNemar(0, 0).pValue()).isEqualTo(1);
    assertThat(new McNemar(0, 0).exactPValue()).isEqualTo(1);
  }
}
