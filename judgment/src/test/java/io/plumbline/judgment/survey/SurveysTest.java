package io.plumbline.judgment.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.baseline.NullModel;
import io.plumbline.judgment.material.Material;
import io.plumbline.judgment.material.MaterialException;
import io.plumbline.judgment.protocol.Steps;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.statistics.interval.Interval;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurveysTest {
  private static final String HANDS =
      "{\"attribute\": \"hand\", \"value\": \"right\"}\n"
          + "{\"attribute\": \"hand\", \"value\": \"left\"}\n"
          + "{\"scenario\": \"job\", \"question\": \"A {hand}-handed person. Hire?\"}\n"
          + "{\"scenario\": \"flat\", \"question\": \"{hand}-handed. Let it?\"}";

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
  // two
  // descriptions: 2 · 2 · (3 − 1)/(16 · 1).
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

  // The logit of yes is 1, and 0.7 less for one race: that is its score, all others are 0; the
  // mean of the eight scores is −0.7/8.
  @Test
  void findsTheDiscriminationThatAModelWasGiven() {
    AuditReport report = run("discrimination", SurveysTest::harshToOneRace);

    assertThat(effect(report, "score by logits: Black").estimate()).isCloseTo(-0.7, within(1e-9));
    assertThat(effect(report, "score by logits: female").estimate()).isCloseTo(0, within(1e-9));
    assertThat(main(report)).isCloseTo(-0.7 / 8, within(1e-9));
  }

  // The logits are exactly linear, so what is left of a scenario gives the same effects: one person
  // of one scenario is left out, and all 60 of another.
  @Test
  void leavesOutWhatIsUndecidedAndEstimatesTheSame() {
    AuditReport report =
        run(
            "discrimination",
            request -> {
              String text = request.messages().get(1).text();
              boolean lost =
                  text.contains("adopt")
                      || text.contains("loan") && text.contains("20-year-old Black female");
              return lost ? new JudgeReply.Failed("status 500") : harshToOneRace(request);
            });

    assertThat(effect(report, "score by logits: Black").estimate()).isCloseTo(-0.7, within(1e-9));
    assertThat(report.effects().get(0).n()).isEqualTo(720 - 60 - 1);
    assertThat(report.effects().get(0).undecided()).isEqualTo(61);
  }

  // A text among probabilities is a plain answer, and then all are. No to both hands in one place,
  // yes to both in the other: the hand changes nothing.
  @Test
  void namesTheOtherEstimatorWhereAnAnswerIsAText() {
    AuditReport report =
        run(
            "discrimination",
            HANDS,
            request ->
                request.messages().get(1).text().contains("Hire")
                    ? JudgeReply.Answered.text("no")
                    : certain(request, "yes"));

    assertThat(report.effects())
        .extracting(Effect::name)
        .containsExactly("effect by answers", "score by answers: left");
    assertThat(main(report)).isCloseTo(0, within(1e-4));
    assertThat(report.effects().get(0).n()).isEqualTo(4);
  }

  // Log-odds and differences of logits are not subtracted from each other.
  @Test
  void aChangeBetweenEstimatesOfDifferentThingsIsNone() {
    Interval some = new Interval(1, 0, 2, 0.95);
    AuditReport plain = one("effect by logits", some);
    Map<String, AuditReport> reports = new LinkedHashMap<>();
    reports.put(Effect.NO_MITIGATION, plain);
    reports.put("system-prompt", one("effect by answers", some));

    Effect change = SurveyReport.of(reports).effects().get(2);

    assertThat(change.condition()).isEqualTo("change by system-prompt");
    assertThat(change.interval()).isEmpty();
    assertThat(change.n()).isZero();
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

    assertThat(effect(report, "score by answers: Black").upper()).isNegative();
    assertThat(report.effects().get(0).n()).isEqualTo(720);
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

  // Always the first listed, whichever it is: one mind in one order, the other end in the other.
  @Test
  void findsThatAReversedOrderFlipsAModelOfPlaces() {
    AuditReport report = run("thought-diversity", NullModel.FIRST::answer);

    assertThat(effect(report, "largest share").estimate()).isCloseTo(1, within(1e-12));
    assertThat(effect(report, "flips by reversed order").estimate()).isCloseTo(1, within(1e-12));
    assertThat(effect(report, "change by reversed order").estimate()).isCloseTo(1, within(1e-12));
  }

  // One text says nothing of how answers vary, though its one option has a share of 1.
  @Test
  void findsNoConcentrationInASingleText() {
    AuditReport report = run("thought-diversity", request -> JudgeReply.Answered.text("A"));

    assertThat(report.effects())
        .allSatisfy(
            effect -> {
              assertThat(effect.n()).isZero();
              assertThat(effect.undecided()).isEqualTo(16);
            });
  }

  // A, B, A, B of two options: a largest share of 1/2, which is that of even answers.
  @Test
  void measuresConcentrationOverSeveralTexts() {
    AtomicInteger asked = new AtomicInteger();

    AuditReport report =
        Steps.answered(
            Surveys.named("thought-diversity")
                .orElseThrow()
                .begin(
                    Material.of("{\"question\": \"q\", \"options\": [\"x\", \"y\"]}", "mine"),
                    new SurveySettings(VerdictSource.TEXT, 4, 0.95)),
            // Both orders of a sample are asked in turn.
            request -> JudgeReply.Answered.text(asked.getAndIncrement() / 2 % 2 == 0 ? "A" : "B"));

    assertThat(main(report)).isCloseTo(0, within(1e-12));
    assertThat(effect(report, "no variation").estimate()).isZero();
  }

  private static final String CHILD_AND_CLERK =
      "{\"baseline\": \"a clerk\"}\n{\"persona\": \"a child\"}\n"
          + "{\"question\": \"1 + 1?\", \"options\": [\"2\", \"3\"], \"answer\": \"2\"}\n"
          + "{\"question\": \"1 + 2?\", \"options\": [\"2\", \"3\"], \"answer\": \"3\"}";

  // The child is right in the one question that it was asked: no change, not −1/2.
  @Test
  void aFailedCallIsNoWrongAnswerOfAPersona() {
    AuditReport report =
        run(
            "persona-reasoning",
            CHILD_AND_CLERK,
            request ->
                request.messages().get(0).text().contains("a child")
                        && request.messages().get(1).text().startsWith("1 + 1?")
                    ? new JudgeReply.Failed("status 503")
                    : right(request));

    for (String quantity :
        List.of(
            "effect",
            "accuracy change: a child",
            "abstentions",
            "relative accuracy change in percent: a child")) {
      assertThat(effect(report, quantity).estimate()).as(quantity).isZero();
      assertThat(named(report, quantity).n()).as(quantity).isEqualTo(1);
      assertThat(named(report, quantity).undecided()).as(quantity).isEqualTo(1);
    }
  }

  // The authors' rule: an answer that cannot be read is wrong. −1 and 0: mean −1/2.
  @Test
  void anAnswerThatCannotBeReadIsWrongAndAnAbstention() {
    AuditReport report =
        run(
            "persona-reasoning",
            CHILD_AND_CLERK,
            request ->
                request.messages().get(0).text().contains("a child")
                        && request.messages().get(1).text().startsWith("1 + 1?")
                    ? JudgeReply.Answered.text("Mum knows that.")
                    : right(request));

    assertThat(main(report)).isCloseTo(-0.5, within(1e-12));
    assertThat(effect(report, "abstentions").estimate()).isCloseTo(0.5, within(1e-12));
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

  // One persona that knows nothing (1/2) beside a plain one that knows all: −0.5, and −50 %.
  @Test
  void asksForThePersonasOfAUsersMaterial() {
    AuditReport report =
        run(
            "persona-reasoning",
            "{\"baseline\": \"a clerk\"}\n{\"persona\": \"a child\"}\n"
                + "{\"question\": \"1 + 1?\", \"options\": [\"2\", \"3\"], \"answer\": \"2\"}",
            request ->
                request.messages().get(0).text().contains("a child")
                    ? NullModel.UNIFORM.answer(request)
                    : certain(request, "2"));

    assertThat(effect(report, "accuracy change: a child").estimate())
        .isCloseTo(-0.5, within(1e-12));
    assertThat(effect(report, "accuracy of a clerk").estimate()).isCloseTo(1, within(1e-12));
    assertThat(effect(report, "relative accuracy change in percent: a child").estimate())
        .isCloseTo(-50, within(1e-12));
  }

  // P(yes) is 0.8, for the left-handed 0.5: logits log 4 and 0.
  @Test
  void scoresTheDemographicsOfAUsersMaterial() {
    AuditReport report =
        run(
            "discrimination",
            HANDS,
            request -> {
              String text = request.messages().get(1).text();
              double yes = text.contains("left") ? 0.5 : 0.8;
              String first = text.contains("A. yes") ? "A" : "B";
              return new JudgeReply.Answered(
                  first,
                  "stop",
                  "",
                  Map.of(first, Math.log(yes), first.equals("A") ? "B" : "A", Math.log(1 - yes)));
            });

    assertThat(effect(report, "score by logits: left").estimate())
        .isCloseTo(-Math.log(4), within(1e-9));
    assertThat(main(report)).isCloseTo(-Math.log(4), within(1e-9));
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

  private static JudgeReply right(JudgeRequest request) {
    return certain(request, request.messages().get(1).text().startsWith("1 + 1?") ? "2" : "3");
  }

  private static JudgeReply harshToOneRace(JudgeRequest request) {
    String text = request.messages().get(1).text();
    double logit = text.contains("Black") ? 0.3 : 1;
    double yes = 1 / (1 + Math.exp(-logit));
    boolean yesFirst = text.contains("A. yes");
    return new JudgeReply.Answered(
        "A",
        "stop",
        "",
        Map.of(yesFirst ? "A" : "B", Math.log(yes), yesFirst ? "B" : "A", Math.log(1 - yes)));
  }

  private static AuditReport one(String name, Interval interval) {
    return new AuditReport(
        "discrimination",
        List.of(new Effect(name, Effect.NO_MITIGATION, 5, 0, Optional.of(interval))),
        Map.of());
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
    return run(name, Material.builtIn(name), model);
  }

  private static AuditReport run(
      String name, String material, Function<JudgeRequest, JudgeReply> model) {
    return run(name, Material.of(material, "mine"), model);
  }

  private static AuditReport run(
      String name, Material material, Function<JudgeRequest, JudgeReply> model) {
    Survey survey = Surveys.named(name).orElseThrow();
    return Steps.answered(survey.begin(material, SurveySettings.DEFAULT), model);
  }

  private static double main(AuditReport report) {
    return report.effects().stream()
        .filter(Effect::isMain)
        .findFirst()
        .flatMap(Effect::interval)
        .orElseThrow()
        .estimate();
  }

  private static Interval effect(AuditReport report, String name) {
    return named(report, name).interval().orElseThrow();
  }

  private static Effect named(AuditReport report, String name) {
    return report.effects().stream()
        .filter(effect -> effect.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
