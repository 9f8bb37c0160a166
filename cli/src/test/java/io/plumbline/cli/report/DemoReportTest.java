package io.plumbline.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.api.v1alpha1.Evaluation;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoReportTest {
  private static final Evaluation WINS = Given.evaluation(0.8, 0.6, 0.95);
  private static final Evaluation EVEN = Given.evaluation(0.5, 0.3, 0.7);

  @Test
  void concludesAnEffectWhenEveryIntervalLiesAboveOneHalfAndTheControlIncludesIt() {
    DemoReport report = DemoReport.of(Given.results(WINS, EVEN));

    assertThat(report.effectShown()).isTrue();
    assertThat(report.conclusion()).contains("wins").contains("relevance");
  }

  @Test
  void saysNoEffectShownWhenAnIntervalReachesOneHalf() {
    DemoReport report = DemoReport.of(Given.results(Given.evaluation(0.6, 0.5, 0.7), EVEN));

    assertThat(report.effectShown()).isFalse();
    assertThat(report.conclusion()).isEqualTo("No effect shown.");
  }

  @Test
  void trustsNoEffectWhenTheControlWins() {
    DemoReport report = DemoReport.of(Given.results(WINS, WINS));

    assertThat(report.effectShown()).isFalse();
    assertThat(report.warnings()).anyMatch(warning -> warning.contains("control"));
  }

  @Test
  void looksForThePrinciplesContentWords() {
    LexicalCheck check = DemoReport.of(Given.results(WINS, EVEN)).lexicalCheck();

    // "a", "who" and "makes" are stop words. Base stories hold 0, 1, 0, 0 of {dog, friend};
    // tuned stories 1, 2, 1, 0.
    assertThat(check.words()).containsExactly("dog", "friend");
    assertThat(check.base()).isEqualTo(0.125);
    assertThat(check.tuned()).isEqualTo(0.5);
    assertThat(check.difference().value()).isEqualTo(0.375);
    // By opening the differences are a: {.5, .5}, b: {.5, 0}; sums of deviations from .375 are
    // +.25 and -.25, so the standard error is sqrt((.0625 + .0625) * 2/1) / 4 = .125; Student's
    // 97.5 % point with one degree of freedom is 12.7062.
    assertThat(check.difference().low()).isCloseTo(0.375 - 12.7062 * 0.125, within(1e-4));
  }

  @Test
  void leavesOutWordsThatBaseStoriesHoldAnyway() {
    var base =
        List.of(Given.story("a", "The dog ran.", 3), Given.story("b", "A dog and a cat.", 5));

    LexicalCheck check = LexicalCheck.of("the dog", base, base, base, base);

    assertThat(check.words()).isEmpty();
    assertThat(check.commonWords()).containsExactly("dog");
    assertThat(check.difference()).isNull();
  }

  @Test
  void statesTheCost() {
    Cost cost = DemoReport.of(Given.results(WINS, EVEN)).cost();

    assertThat(cost.tokensBase()).isEqualTo(3);
    assertThat(cost.tokensTuned()).isEqualTo(4);
    // -12 nats over 12 tokens; -24 nats over 16 tokens.
    assertThat(cost.fluencyBase()).isEqualTo(-1);
    assertThat(cost.fluencyTuned()).isEqualTo(-1.5);
    // Log-ratios 1, 3, 2, 0: mean 1.5 a story, 6 nats over 16 tokens.
    assertThat(cost.klPerStory().value()).isEqualTo(1.5);
    assertThat(cost.klPerToken()).isEqualTo(0.375);
  }

  @Test
  void statesHowFarTheChosenLogProbabilityFell() {
    TrainingSummary training = DemoReport.of(Given.results(WINS, EVEN)).training();

    // rewards/chosen = β (log p − log p_ref) = −0.2 with β = 0.1.
    assertThat(training.chosenLogProbabilityChange()).isCloseTo(-2, within(1e-12));
    assertThat(training.rejectedLogProbabilityChange()).isCloseTo(-9, within(1e-12));
  }

  @Test
  void refusesResultsWithoutATrainingStep() {
    assertThatThrownBy(() -> TrainingSummary.of(3, 0.1, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no step was trained");
  }
}
