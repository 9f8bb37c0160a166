package io.plumbline.judgment.survey;

import static io.plumbline.judgment.survey.AskedSurveys.certain;
import static io.plumbline.judgment.survey.AskedSurveys.effect;
import static io.plumbline.judgment.survey.AskedSurveys.main;
import static io.plumbline.judgment.survey.AskedSurveys.named;
import static io.plumbline.judgment.survey.AskedSurveys.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.audit.AuditReport;
import io.plumbline.judgment.baseline.NullModel;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class PersonaReasoningTest {
  private static final String CHILD_AND_CLERK =
      "{\"baseline\": \"a clerk\"}\n{\"persona\": \"a child\"}\n"
          + "{\"question\": \"1 + 1?\", \"options\": [\"2\", \"3\"], \"answer\": \"2\"}\n"
          + "{\"question\": \"1 + 2?\", \"options\": [\"2\", \"3\"], \"answer\": \"3\"}";

  // The child is right in the one question that it was asked: no change, not −1/2.
  @Test
  void aFailedCallIsNoWrongAnswerOfAPersona() {
    AuditReport report = runWhereTheChildGives(new JudgeReply.Failed("status 503"));

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
    AuditReport report = runWhereTheChildGives(JudgeReply.Answered.text("Mum knows that."));

    assertThat(main(report)).isCloseTo(-0.5, within(1e-12));
    assertThat(effect(report, "abstentions").estimate()).isCloseTo(0.5, within(1e-12));
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

  // To the first question; all else is answered rightly.
  private static AuditReport runWhereTheChildGives(JudgeReply reply) {
    return run(
        "persona-reasoning",
        CHILD_AND_CLERK,
        request ->
            request.messages().get(0).text().contains("a child")
                    && request.messages().get(1).text().startsWith("1 + 1?")
                ? reply
                : right(request));
  }

  private static JudgeReply right(JudgeRequest request) {
    return certain(request, request.messages().get(1).text().startsWith("1 + 1?") ? "2" : "3");
  }
}
