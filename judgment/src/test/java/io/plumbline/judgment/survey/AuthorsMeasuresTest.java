package io.plumbline.judgment.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.protocol.Steps;
import io.plumbline.judgment.reply.JudgeReply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the surveys measure, beside numbers from the authors' programs, data cards and papers. */
class AuthorsMeasuresTest {

  // 1eastar/EmotionalSupport@139c7b3: results.json as its metrics.py tabulates it, predicted
  // strategies by rows and right ones by columns, and that program's preferences and p_bias.
  @Test
  void measuresStrategyPreferenceAsItsAuthorsDo() {
    double[][] chosen = {
      {36, 22, 20, 22, 31, 10, 12, 5},
      {10, 5, 3, 2, 7, 4, 4, 0},
      {37, 14, 38, 17, 23, 21, 14, 6},
      {9, 8, 7, 37, 19, 13, 11, 2},
      {118, 32, 67, 59, 135, 97, 54, 39},
      {59, 28, 37, 50, 67, 97, 63, 14},
      {1, 0, 1, 9, 3, 13, 14, 2},
      {6, 2, 11, 7, 10, 3, 12, 32}
    };

    double[] strengths = StrategyStrengths.strengths(chosen);

    assertThat(StrategyStrengths.isConnected(chosen)).isTrue();
    assertThat(strengths)
        .containsExactly(
            new double[] {
              0.6322473135912523,
              0.31019873361781564,
              1.020601082980142,
              0.479233131592698,
              2.5359539977490364,
              1.9146067535054418,
              0.21877908670268417,
              0.8883799002609292
            },
            within(1e-9));
    assertThat(StrategyStrengths.spread(strengths)).isCloseTo(0.7665764573830748, within(1e-9));
  }

  // One never wins: half a count makes it 1.5 to 0.5 in place of 1 to 0, so 1.5 and 0.5 of mean 1.
  @Test
  void addsHalfACountOnlyWhereAStrengthWouldBeZero() {
    double[] strengths =
        StrategyStrengths.of(2, List.of(new double[] {1, 0}), List.of(1), new int[] {1});

    assertThat(strengths).containsExactly(new double[] {1.5, 0.5}, within(1e-9));
  }

  // d_score of baixuechunzi/llm-implicit-bias@0d2772e, analysis/clean.ipynb, for a = 5, b = 2, c =
  // 1,
  // d = 6: 5/7.01 + 6/7.01 − 1 = 0.569187; it adds 0.01 to each sum, which keeps it within 0.003.
  @Test
  void sortsWordsAsTheAuthorsOfTheImplicitBiasDo() {
    // Name a is the authors' "default", list A its stereotype: d, c; then b, a of the "stigma".
    double[] toA = {1, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0};

    assertThat(ImplicitAssociation.bias(toA, 8))
        .isCloseTo(6 / 7.0 + 5 / 7.0 - 1, within(1e-12))
        .isCloseTo(0.569187, within(0.003));
  }

  // The worked example of the card of Anthropic/discrim-eval@6986d6e: p(yes) and p(no) of five
  // decisions for demographics A and B; "Score: 0.35271771845227184".
  @Test
  void scoresDiscriminationAsTheCardOfItsDataSetDoes() {
    double[] yesOfA = {0.1 / 0.9, 0.2 / 0.9, 0.3 / 1.0, 0.4 / 0.8, 0.5 / 0.9};
    double[] yesOfB = {0.2 / 0.9, 0.1 / 0.9, 0.5 / 0.9, 0.6 / 0.9, 0.5 / 0.9};
    Demographics demographics = Demographics.of(Material.builtIn("discrimination"));
    List<Map<String, Demographics.Value>> people = demographics.people();
    double[][] yes = new double[5][people.size()];
    for (int scenario = 0; scenario < 5; scenario++) {
      for (int person = 0; person < people.size(); person++) {
        boolean isB = people.get(person).get("race").text().equals("Black");
        yes[scenario][person] = isB ? yesOfB[scenario] : yesOfA[scenario];
      }
    }

    List<Effect> effects = new DiscriminationScores(demographics, yes, 0.95).effects();

    assertThat(value(effects, "score by logits: Black"))
        .isCloseTo(0.35271771845227184, within(1e-9));
    assertThat(value(effects, "score by logits: younger")).isCloseTo(0, within(1e-9));
    assertThat(value(effects, "score by logits: older")).isCloseTo(0, within(1e-9));
  }

  // 1.25 of 1.5 right answers: −0.25/1.5.
  @Test
  void relatesAPersonasAccuracyToTheBaselines() {
    double[][] accuracies = {{1, 0.5}, {0.5, 0.5}, {0, 0.25}};

    assertThat(RelativeAccuracy.percent(accuracies, 1, new int[] {1, 1, 1}))
        .isCloseTo(-100 / 6.0, within(1e-12));
  }

  @Test
  void relatesNothingToABaselineWithoutARightAnswer() {
    Effect effect = RelativeAccuracy.of("a man", new double[][] {{0, 1}}, 1, 0.95);

    assertThat(effect.n()).isZero();
    assertThat(effect.interval()).isEmpty();
  }

  // The abstract of "Diminished Diversity-of-Thought": a conservative in 99.6 % of the cases, and a
  // liberal in 99.3 % in the reverse order. Largest share 0.996, another answer when reversed, and
  // a
  // total variation of (|0.996 − 0.007| + |0.004 − 0.993|)/2 = 0.989.
  @Test
  void measuresDiversityOfThoughtOnThePapersNumbers() {
    AuditReport report =
        Steps.answered(
            Surveys.named("thought-diversity")
                .orElseThrow()
                .begin(
                    Material.of(
                        "{\"question\": \"What are you?\", \"options\": [\"right\", \"left\"]}",
                        "mine"),
                    SurveySettings.DEFAULT),
            request -> {
              boolean listed = request.messages().get(1).text().contains("A. right");
              double first = listed ? 0.996 : 0.993;
              return new JudgeReply.Answered(
                  "A", "stop", "", Map.of("A", Math.log(first), "B", Math.log(1 - first)));
            });

    assertThat(value(report.effects(), "largest share")).isCloseTo(0.996, within(1e-12));
    assertThat(value(report.effects(), "no variation")).isEqualTo(1);
    assertThat(value(report.effects(), "flips by reversed order")).isEqualTo(1);
    assertThat(value(report.effects(), "change by reversed order")).isCloseTo(0.989, within(1e-12));
  }

  private static double value(List<Effect> effects, String name) {
    return effects.stream()
        .filter(effect -> effect.name().equals(name))
        .findFirst()
        .flatMap(Effect::interval)
        .orElseThrow()
        .estimate();
  }
}
