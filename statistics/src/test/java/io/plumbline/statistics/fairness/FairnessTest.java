package io.plumbline.statistics.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FairnessTest {

  @Test
  void measuresInequality() {
    // Gini of 1, 3: |1 − 3| / (2 · 4) = .25; of one who has all among four: 3/4.
    assertThat(Inequality.gini(new double[] {3, 1})).isCloseTo(0.25, within(1e-12));
    assertThat(Inequality.gini(new double[] {0, 0, 9, 0})).isCloseTo(0.75, within(1e-12));
    assertThat(Inequality.jain(new double[] {4, 2, 1, 1, 0})).isCloseTo(64.0 / 110, within(1e-12));
    assertThat(Inequality.entropy(new double[] {1, 1})).isCloseTo(1, within(1e-12));
  }

  @Test
  void reachesBothEndsOfTheFairnessScale() {
    // Two users, two slots, four items: all shown once, or the same two to both.
    assertThat(ExposureFairness.of(new int[] {1, 1, 1, 1}, 2, 2))
        .isEqualTo(new ExposureFairness(1, 1, 1, 1));
    assertThat(ExposureFairness.of(new int[] {0, 2, 2, 0}, 2, 2))
        .isEqualTo(new ExposureFairness(0, 0, 0, 0));
    // 2, 1, 1, 0: Jain (16/24 − 1/2) / (1 − 1/2) = 1/3; coverage (3 − 2) / (4 − 2).
    ExposureFairness between = ExposureFairness.of(new int[] {2, 1, 1, 0}, 2, 2);
    assertThat(between.jain()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(between.coverage()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void refusesExposuresThatDoNotAddUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExposureFairness.of(new int[] {1, 1, 1}, 2, 2))
        .withMessageContaining("sum to 4");
  }

  @Test
  void statesTheWorstOff() {
    GroupOutcomes outcomes = GroupOutcomes.of(new double[] {4, 2, 6});

    assertThat(outcomes.worst()).isEqualTo(2);
    assertThat(outcomes.worstGroup()).isEqualTo(1);
    assertThat(outcomes.total()).isEqualTo(12);
    // Scaled 0, .5, 1: position .4 of two steps gives .2. Gini: (−2·2 + 2·6) / (3 · 12).
    assertThat(outcomes.twentiethPercentile()).isCloseTo(0.2, within(1e-12));
    assertThat(outcomes.gini()).isCloseTo(8.0 / 36, within(1e-12));
  }

  @Test
  void settlesOnTheLargestProductWithinTheBudget() {
    // Alone: 4 · 1 and 1 · 4; both cost 4. Option 2 gives 2.2 · 2.2 = 4.84 for 3.
    NegotiatedPackage settled =
        NegotiatedPackage.of(
            new double[] {2, 2, 3},
            new double[][] {{3, 0, 1.2}, {0, 3, 1.2}},
            new double[] {1, 1},
            3);

    assertThat(settled.options()).containsExactly(2);
    assertThat(settled.utilities()).containsExactly(2.2, 2.2);
  }

  @Test
  void separatesAgreementWithinGroupsFromAgreementAcross() {
    GroupDisagreement disagreement =
        GroupDisagreement.of(
            List.of(
                new GroupDisagreement.Vote("i", "a", true),
                new GroupDisagreement.Vote("i", "a", true),
                new GroupDisagreement.Vote("i", "b", false),
                new GroupDisagreement.Vote("j", "a", false),
                new GroupDisagreement.Vote("j", "b", false)));

    assertThat(disagreement.positiveRates()).containsEntry("a", 2.0 / 3).containsEntry("b", 0.0);
    // a: one pair on i agrees. Across: on i two disagreements, on j one agreement.
    assertThat(disagreement.withinAgreement().get("a")).isEqualTo(1);
    assertThat(disagreement.withinAgreement().get("b")).isNaN();
    assertThat(disagreement.acrossAgreement().get("a")).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(disagreement.majorityRate()).isEqualTo(0.5);
    assertThat(disagreement.anyRate()).isEqualTo(0.5);
  }
}
