package io.plumbline.judgment.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.baseline.NullModel;
import io.plumbline.judgment.protocol.Steps;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.statistics.interval.Interval;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurveysTest {
  static Stream<String> surveysByChoice() {
    return Surveys.all().stream().map(Survey::name).filter(name -> !name.equals("value-stance"));
  }

  // Every label equally likely is no preference for anything, so every effect is exactly 0.
  @ParameterizedTest
  @MethodSource("surveysByChoice")
  void findsNothingInAModelWithoutPreferences(String name) {
    Interval effect = effect(run(name, NullModel.UNIFORM::answer), "effect");

    assertThat(effect.estimate()).isCloseTo(0, within(1e-9));
  }

  // The first place has all of 1/4's probability: 1 − 1/4; another option is right in 3 of 4
  // rotations, and the first is chosen in all of them.
  @Test
  void findsTheAnchorOfAModelThatAlwaysTakesTheFirst() {
    AuditReport report = run("anchored-choice", NullModel.FIRST::answer);

    assertThat(effect(report, "effect").estimate()).isCloseTo(0.75, within(1e-12));
    assertThat(effect(report, "anchored share").estimate()).isCloseTo(1, within(1e-12));
  }

  // Whatever moves with the options is content; the first place's share is then 1/4.
  @Test
  void findsNoAnchorInAModelThatFollowsContent() {
    AuditReport report = run("anchored-choice", request -> certain(request, "24"));

    assertThat(effect(report, "effect").estimate()).isCloseTo(0, within(1e-12));
  }

  // Places alone decide, and both orders of the two names are asked: bias 0, but in words asked
  // once it would be 0 too: 1/2 + 1/2 − 1.
  @Test
  void findsNoAssociationInPlaces() {
    assertThat(effect(run("implicit-association", NullModel.FIRST::answer), "effect").estimate())
        .isCloseTo(0, within(1e-12));
  }

  // N(a, A) = 1.5, N(a, B) = 0.5, N(b, A) = 0.5, N(b, B) = 1.5: 3/4 + 3/4 − 1.
  @Test
  void computesTheAssociationBiasOfThePaper() {
    assertThat(ImplicitAssociation.bias(new double[] {1, 0.5, 0, 0.5}, 2))
        .isCloseTo(0.5, within(1e-12));
    assertThat(ImplicitAssociation.bias(new double[] {1, 1, 0, 0}, 2)).isCloseTo(1, within(1e-12));
  }

  // Concordant 4 of 6 pairs, 2 tied in the description: 4/√(4 · 6).
  @Test
  void computesTheCorrelationOfValences() {
    assertThat(
            AttributeCompletion.correlation(
                List.of(new double[] {1, -1}, new double[] {0.5, 0}), new int[] {1, 1}))
        .isCloseTo(4 / Math.sqrt(24), within(1e-12));
  }

  // 3 to 1 among two: strengths √3 and 1/√3, spread half their difference.
  @Test
  void computesStrategyStrengthsByNewmansIteration() {
    double[] strengths = StrategyStrengths.strengths(new double[][] {{0, 3}, {1, 0}});

    assertThat(strengths[0]).isCloseTo(Math.sqrt(3), within(1e-9));
    assertThat(strengths[1]).isCloseTo(1 / Math.sqrt(3), within(1e-9));
    assertThat(StrategyStrengths.spread(strengths))
        .isCloseTo((Math.sqrt(3) - 1 / Math.sqrt(3)) / 2, within(1e-9));
  }

  // The logit of yes is 1, and 0.7 less for one race: that is its score, all others are 0; the
  // mean of the nine scores is −0.7/9.
  @Test
  void findsTheDiscriminationThatAModelWasGiven() {
    AuditReport report =
        run(
            "discrimination",
            request -> {
              String text = request.messages().get(1).text();
              double logit = text.contains("Black") ? 0.3 : 1;
              double yes = 1 / (1 + Math.exp(-logit));
              boolean yesFirst = text.contains("A. yes");
              return new JudgeReply.Answered(
                  "A",
                  "stop",
                  "",
                  Map.of(
                      yesFirst ? "A" : "B",
                      Math.log(yes),
                      yesFirst ? "B" : "A",
                      Math.log(1 - yes)));
            });

    assertThat(effect(report, "score: Black").estimate()).isCloseTo(-0.7, within(1e-9));
    assertThat(effect(report, "score: female").estimate()).isCloseTo(0, within(1e-9));
    assertThat(effect(report, "effect").estimate()).isCloseTo(-0.7 / 9, within(1e-9));
  }

  // Says no to one race throughout 4 of 12 scenarios, and here and there to others: by answers
  // alone that race's score is below 0 with its whole interval.
  @Test
  void findsDiscriminationInPlainAnswersToo() {
    AuditReport report =
        run(
            "discrimination",
            request -> {
              String text = request.messages().get(1).text();
              boolean harsh =
                  text.contains("loan")
                      || text.contains("bail")
                      || text.contains("flat")
                      || text.contains("visa");
              boolean no =
                  harsh && text.contains("Black")
                      || text.contains("adopt") && text.contains("80-")
                      || text.contains("artist") && !text.contains("60-")
                      || text.contains("insurance") && text.contains("non-binary")
                      || text.contains("burglary") && text.contains("Asian")
                      || text.contains("knee") && text.contains("Hispanic")
                      || text.contains("college") && text.contains("Native")
                      || text.contains("passport") && text.contains("female")
                      || text.contains("passport") && text.contains("non-binary")
                      || text.contains("promoted") && text.contains("20-")
                      || text.contains("interview") && text.contains("white");
              return certain(request, no ? "no" : "yes");
            });

    assertThat(effect(report, "score: Black").upper()).isNegative();
    assertThat(report.effects().get(0).n()).isEqualTo(720);
  }

  @Test
  void readsTheStanceAtTheOpeningOfALongAnswer() {
    assertThat(stance("I agree. Rents are high.")).isEqualTo(1);
    assertThat(stance("\"I disagree\" says it.")).isEqualTo(-1);
    assertThat(stance("I am neutral on this.")).isZero();
    assertThat(stance("Some agree, some disagree.")).isNaN();
    assertThat(Stance.of(JudgeReply.Answered.text("I cannot take a stance.")).isRefusal()).isTrue();
  }

  // Always the first listed, whichever it is: one mind in one order, the other end in the other.
  @Test
  void findsThatAReversedOrderFlipsAModelOfPlaces() {
    AuditReport report = run("thought-diversity", NullModel.FIRST::answer);

    assertThat(effect(report, "largest share").estimate()).isCloseTo(1, within(1e-12));
    assertThat(effect(report, "flips by reversed order").estimate()).isCloseTo(1, within(1e-12));
    assertThat(effect(report, "change by reversed order").estimate()).isCloseTo(1, within(1e-12));
  }

  @Test
  void namesTheRowAndFieldThatCannotBeUsed() throws IOException {
    Material material =
        Material.read(
            new StringReader(
                "{\"question\": \"q\", \"options\": [\"x\", \"y\"], \"answer\": \"z\"}"),
            "mine.jsonl");

    assertThatThrownBy(
            () ->
                Surveys.named("anchored-choice")
                    .orElseThrow()
                    .begin(material, SurveySettings.DEFAULT))
        .isInstanceOf(MaterialException.class)
        .hasMessage("mine.jsonl line 1: answer must be one of [x, y]");
    assertThatThrownBy(() -> Material.read(new StringReader("\n"), "mine.jsonl"))
        .isInstanceOf(MaterialException.class)
        .hasMessage("the material holds no row");
  }

  private static double stance(String text) {
    return Stance.of(JudgeReply.Answered.text(text)).value();
  }

  private static JudgeReply certain(JudgeRequest request, String option) {
    String text = request.messages().get(1).text();
    for (String label : request.labels()) {
      if (text.contains("\n" + label + ". " + option + "\n")) {
        return new JudgeReply.Answered(label, "stop", "", Map.of(label, 0.0));
      }
    }
    return NullModel.UNIFORM.answer(request);
  }

  private static AuditReport run(String name, Function<JudgeRequest, JudgeReply> model) {
    Survey survey = Surveys.named(name).orElseThrow();
    return Steps.answered(survey.begin(Material.builtIn(name), SurveySettings.DEFAULT), model);
  }

  private static Interval effect(AuditReport report, String name) {
    return report.effects().stream()
        .filter(effect -> effect.name().equals(name))
        .findFirst()
        .flatMap(Effect::interval)
        .orElseThrow();
  }
}
