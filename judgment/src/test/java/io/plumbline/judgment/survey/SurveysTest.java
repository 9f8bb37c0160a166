package io.plumbline.judgment.survey;

import static io.plumbline.judgment.survey.AskedSurveys.certain;
import static io.plumbline.judgment.survey.AskedSurveys.effect;
import static io.plumbline.judgment.survey.AskedSurveys.main;
import static io.plumbline.judgment.survey.AskedSurveys.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.baseline.NullModel;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.protocol.Steps;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.reply.JudgeReply;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
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
    assertThat(main(run(name, NullModel.UNIFORM::answer))).isCloseTo(0, within(1e-9));
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

  // Valences 1 and 0 of the favoured against −1 and 0.5: 3 of 4 pairs concordant, 1 not, n = 4 and
  // two descriptions: 2 · 2 · (3 − 1)/(16 · 1).
  @Test
  void computesTheCorrelationOfValences() {
    assertThat(
            AttributeCompletion.correlation(
                List.of(new double[] {1, -1}, new double[] {0, 0.5}), new int[] {1, 1}))
        .isCloseTo(0.5, within(1e-12));
  }

  // 3 to 1 among two: strengths 1.5 and 0.5 of mean 1, spread half their difference.
  @Test
  void computesStrategyStrengthsByNewmansIteration() {
    double[] strengths = StrategyStrengths.strengths(new double[][] {{0, 3}, {1, 0}});

    assertThat(strengths[0]).isCloseTo(1.5, within(1e-9));
    assertThat(strengths[1]).isCloseTo(0.5, within(1e-9));
    assertThat(StrategyStrengths.spread(strengths)).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void readsTheStanceAtTheOpeningOfALongAnswer() {
    assertThat(stance("I agree. Rents are high.")).isEqualTo(1);
    assertThat(stance("\"I disagree\" says it.")).isEqualTo(-1);
    assertThat(stance("I am neutral on this.")).isZero();
    assertThat(stance("Some agree, some disagree.")).isNaN();
    assertThat(Stance.of(JudgeReply.Answered.text("I cannot take a stance.")).refused()).isOne();
    assertThat(Stance.of(JudgeReply.Answered.text("I agree.")).refused()).isZero();
    assertThat(Stance.of(new JudgeReply.Failed("status 500")).refused()).isNaN();
  }

  // What has no log-probabilities where these alone decide, and what failed, is undecided in every
  // quantity of every survey: nothing is measured.
  @ParameterizedTest
  @MethodSource("surveys")
  void measuresNothingWhereNothingCouldBeAsked(String name) {
    for (JudgeReply reply :
        List.of(
            new JudgeReply.Failed("status 500"),
            new JudgeReply.Answered("A", "stop", "", Map.of()))) {
      boolean longAnswers = name.equals("value-stance") && reply instanceof JudgeReply.Answered;
      AuditReport report =
          Steps.answered(
              Surveys.named(name)
                  .orElseThrow()
                  .begin(
                      Material.builtIn(name),
                      new SurveySettings(VerdictSource.PROBABILITIES, 1, 0.95)),
              request -> reply);

      assertThat(report.effects())
          .filteredOn(effect -> !(longAnswers && effect.name().contains("long answers")))
          .allSatisfy(effect -> assertThat(effect.n()).as(effect.name()).isZero());
    }
  }

  static Stream<String> surveys() {
    return Surveys.all().stream().map(Survey::name);
  }

  @Test
  void namesWhatIsWrongWithPersonasAndDemographics() {
    assertThatThrownBy(() -> run("persona-reasoning", "{\"persona\": \"a child\"}", null))
        .hasMessage(
            "mine: rows with persona and one with baseline belong together; add a row with"
                + " baseline");
    assertThatThrownBy(
            () -> run("persona-reasoning", "{\"baseline\": \"x\"}\n{\"baseline\": \"y\"}", null))
        .hasMessage("mine line 2: baseline must be in one row only");
    assertThatThrownBy(
            () -> run("persona-reasoning", "{\"baseline\": \"x\"}\n{\"persona\": \"y\"}", null))
        .hasMessage("mine line 1: question must be in at least one row");
    assertThatThrownBy(
            () -> run("discrimination", "{\"attribute\": \"hand\", \"value\": \"left\"}", null))
        .hasMessage("mine: attribute \"hand\" has one value, add a row with another");
    assertThatThrownBy(
            () -> run("discrimination", "{\"scenario\": \"x\", \"question\": \"{age}?\"}", null))
        .hasMessage("mine line 1: question must hold {gender}");
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
}
