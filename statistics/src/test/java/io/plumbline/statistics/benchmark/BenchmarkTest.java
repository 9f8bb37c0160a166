package io.plumbline.statistics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.statistics.interval.Interval;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

  @Test
  void countsSeparatedPairsAndTheirAgreement() {
    // Half-widths of 1.96 and 2.94 standard errors 1 and 1.5 at 95 %.
    Interval[] benchmark = {interval(80, 1), interval(70, 1), interval(69, 1.5)};
    Interval[] reference = {interval(60, 0.1), interval(50, 0.1), interval(55, 0.1)};

    BenchmarkQuality quality = BenchmarkQuality.of(benchmark, reference);

    // Pairs 01 and 02 are separated and agree; 12 is not separated.
    assertThat(quality.separability()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(quality.agreementWithConfidence()).isCloseTo(2.0 / 3, within(1e-12));
    // 01 and 02 are nearly certain and right; 12 says Φ(1 / sqrt(3.25)) = .71045 and is wrong.
    assertThat(quality.pairRankBrier()).isCloseTo(0.71045 * 0.71045 / 3, within(1e-4));
  }

  @Test
  void weighsRewardBenchSubsetsByTheirExamples() {
    RewardBench.Score score =
        RewardBench.version1(
            Map.of("math-prm", 0.5, "hep-cpp", 1.0, "alpacaeval-easy", 0.9, "mt-bench-med", 0.4));

    // Reasoning (984 · .5 + 164) / 1148; chat (90 + 16) / 140.
    assertThat(score.sections().get("Reasoning")).isCloseTo(656.0 / 1148, within(1e-12));
    assertThat(score.sections().get("Chat")).isCloseTo(106.0 / 140, within(1e-12));
    assertThat(score.score()).isCloseTo((656.0 / 1148 + 106.0 / 140) / 2, within(1e-12));
  }

  @Test
  void namesAnUnknownSubset() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RewardBench.version1(Map.of("poetry", 1.0)))
        .withMessageContaining("no subset poetry");
  }

  @Test
  void scoresBestOfFour() {
    assertThat(
            RewardBench.bestOfN(
                List.of(
                    new double[] {3, 1, 2, 0},
                    new double[] {3, 3, 2, 0},
                    new double[] {3, 4, 2, 0})))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void comparesVotesOnTheSamePairInEitherOrder() {
    VoteAgreement agreement =
        VoteAgreement.of(
            List.of(
                new VoteAgreement.Vote("q", "x", "y", "model_a", "gpt4"),
                new VoteAgreement.Vote("q", "y", "x", "model_b", "human"),
                new VoteAgreement.Vote("q", "x", "y", "tie (bothbad)", "human"),
                new VoteAgreement.Vote("r", "x", "y", "tie", "gpt4"),
                new VoteAgreement.Vote("r", "x", "y", "tie", "human")),
            "gpt4",
            "human");

    assertThat(agreement.withTies()).isEqualTo(new VoteAgreement.Share(2, 3));
    assertThat(agreement.withoutTies()).isEqualTo(new VoteAgreement.Share(1, 1));
  }

  private static Interval interval(double estimate, double standardError) {
    double half = 1.959963984540054 * standardError;
    return new Interval(estimate, estimate - half, estimate + half, 0.95);
  }
}
