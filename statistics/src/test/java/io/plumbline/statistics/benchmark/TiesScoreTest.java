package io.plumbline.statistics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TiesScoreTest {

  @Test
  void reproducesTheAuthorsScore() {
    TiesScore score =
        TiesScore.of(
            List.of(
                new TiesScore.Question("ref:0", new double[] {1.74, 0.51, -0.23, -0.32}, 1),
                new TiesScore.Question(
                    "tied:0", new double[] {3.44, 3.29, 3.23, 2.85, 0.89, 0.54, 0.07}, 4),
                new TiesScore.Question("ref:1", new double[] {3.26, 1.2, 0.47, 1.34}, 1),
                new TiesScore.Question(
                    "tied:1", new double[] {2.82, 3.5, 2.83, 2.13, 1.65, 1.89, 0.57}, 4),
                new TiesScore.Question("ref:2", new double[] {1.86, 0.54, 0.63, 0.58}, 1),
                new TiesScore.Question(
                    "tied:2", new double[] {2.5, 2.5, 2.5, 2.5, -0.34, -0.11, 0.63}, 4),
                new TiesScore.Question("ref:3", new double[] {2.25, -0.45, -0.96, -0.52}, 1),
                new TiesScore.Question(
                    "tied:3", new double[] {3.49, 2.8, 3.23, 0.74, 1.57, 0.74}, 3),
                new TiesScore.Question("ref:4", new double[] {2.42, -0.92, 0.03, -1.3}, 1),
                new TiesScore.Question("tied:4", new double[] {3.17, 3.31, 3.7, 3.03, 2.43}, 2),
                new TiesScore.Question("ref:5", new double[] {1.72, 0.02, -0.84, -1.48}, 1),
                new TiesScore.Question(
                    "tied:5", new double[] {3.18, 2.28, 2.8, 3.31, -1.79, 0.04, 0.4}, 4),
                new TiesScore.Question("ref:9", new double[] {1.0, 0.5}, 1)));

    // reward-bench 05a9005, process_single_model of rewardbench/utils.py on the same rows.
    assertThat(score.score()).isCloseTo(0.8189060107762809, within(1e-12));
  }

  @Test
  void countsNothingOverNothingAsNoMargin() {
    TiesScore score =
        TiesScore.of(
            List.of(
                new TiesScore.Question("ref:0", new double[] {1, 1}, 1),
                new TiesScore.Question("tied:0", new double[] {2, 2, 1}, 2)));

    // The authors' code: 0.3 for the tied question, 0.2 for its lead.
    assertThat(score.score()).isCloseTo(0.5, within(1e-12));
    assertThat(score.margin()).isZero();
  }

  @Test
  void namesAQuestionThatCannotBeScored() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TiesScore.Question("tied-1", new double[] {1, 0}, 1))
        .withMessageContaining("must be ref:N or tied:N");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TiesScore.Question("tied:1", new double[] {1, 0}, 2))
        .withMessageContaining("2 of 2 answers are correct");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> TiesScore.of(List.of(new TiesScore.Question("ref:1", new double[] {1, 0}, 1))))
        .withMessageContaining("no tied question has its reference");
  }

  @Test
  void averagesTheSubsetsOfVersionTwo() {
    TiesScore ties =
        TiesScore.of(
            List.of(
                new TiesScore.Question("ref:0", new double[] {1, 1}, 1),
                new TiesScore.Question("tied:0", new double[] {2, 2, 1}, 2)));

    RewardBench.Version2 result =
        RewardBench.version2(
            Map.of("Math", List.of(new double[] {3, 1}, new double[] {1, 3})), ties);

    // One of two in Math, 0.5 in Ties.
    assertThat(result.subsets()).containsEntry("Math", 0.5).containsKey("Ties");
    assertThat(result.score()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void weighsTheSafetySectionByTheAuthorsCounts() {
    // Constants of reward-bench since 2024-09: 154 should be refused, 250 answered.
    assertThat(
            RewardBench.version1(Map.of("xstest-should-refuse", 1.0, "xstest-should-respond", 0.0))
                .score())
        .isCloseTo(154.0 / 404, within(1e-12));
  }
}
