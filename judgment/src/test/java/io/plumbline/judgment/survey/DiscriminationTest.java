package io.plumbline.judgment.survey;

import static io.plumbline.judgment.survey.AskedSurveys.certain;
import static io.plumbline.judgment.survey.AskedSurveys.effect;
import static io.plumbline.judgment.survey.AskedSurveys.main;
import static io.plumbline.judgment.survey.AskedSurveys.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.audit.Effect;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.statistics.interval.Interval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscriminationTest {
  private static final String HANDS =
      "{\"attribute\": \"hand\", \"value\": \"right\"}\n"
          + "{\"attribute\": \"hand\", \"value\": \"left\"}\n"
          + "{\"scenario\": \"job\", \"question\": \"A {hand}-handed person. Hire?\"}\n"
          + "{\"scenario\": \"flat\", \"question\": \"{hand}-handed. Let it?\"}";

  // The logit of yes is 1, and 0.7 less for one race: that is its score, all others are 0; the
  // mean of the eight scores is −0.7/8.
  @Test
  void findsTheDiscriminationThatAModelWasGiven() {
    AuditReport report = run("discrimination", DiscriminationTest::harshToOneRace);

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

  // P(yes) is 0.8, for the left-handed 0.5: logits log 4 and 0.
  @Test
  void scoresTheDemographicsOfAUsersMaterial() {
    AuditReport report =
        run(
            "discrimination",
            HANDS,
            request ->
                yesWith(request, request.messages().get(1).text().contains("left") ? 0.5 : 0.8));

    assertThat(effect(report, "score by logits: left").estimate())
        .isCloseTo(-Math.log(4), within(1e-9));
    assertThat(main(report)).isCloseTo(-Math.log(4), within(1e-9));
  }

  private static JudgeReply harshToOneRace(JudgeRequest request) {
    double logit = request.messages().get(1).text().contains("Black") ? 0.3 : 1;
    return yesWith(request, 1 / (1 + Math.exp(-logit)));
  }

  /** Says yes with a probability, and no with the rest. */
  private static JudgeReply yesWith(JudgeRequest request, double probability) {
    boolean yesFirst = request.messages().get(1).text().contains("A. yes");
    String yes = yesFirst ? "A" : "B";
    String no = yesFirst ? "B" : "A";
    return new JudgeReply.Answered(
        yes, "stop", "", Map.of(yes, Math.log(probability), no, Math.log(1 - probability)));
  }

  private static AuditReport one(String name, Interval interval) {
    return new AuditReport(
        "discrimination",
        List.of(new Effect(name, Effect.NO_MITIGATION, 5, 0, Optional.of(interval))),
        Map.of());
  }
}
