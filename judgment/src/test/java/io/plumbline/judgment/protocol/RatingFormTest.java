package io.plumbline.judgment.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.preference.message.PlainText;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingFormTest {

  // 17 · 23 = 391. Four aspects rated 4: mean 4.
  @Test
  void ratesWithTheResultsOfToolsInView() {
    Step<AnswerRating> rated = afterCalls(RatingForm.TOOLS, "calculator: 17*23");
    Step.Ask<AnswerRating> asked = (Step.Ask<AnswerRating>) rated;

    assertThat(asked.requests())
        .hasSize(4)
        .allSatisfy(request -> assertThat(text(request)).contains("calculator: 17*23 -> 391"));
    AnswerRating rating = answered(asked, "4");
    assertThat(rating.mean()).isEqualTo(4);
    assertThat(rating.rawText()).startsWith("calculator: 17*23 -> 391\ninstruction following: 4");
  }

  @Test
  void ratesWithWhatWasLookedUpInView() {
    Step.Look<AnswerRating> look =
        (Step.Look<AnswerRating>)
            afterCalls(RatingForm.LOOKUP, "lookup: https://example.org/height");

    assertThat(look.addresses()).containsExactly(URI.create("https://example.org/height"));
    Step.Ask<AnswerRating> asked = (Step.Ask<AnswerRating>) look.then().apply(List.of("8849 m"));
    assertThat(text(asked.requests().get(0)))
        .contains("lookup: https://example.org/height -> 8849 m");
  }

  // Without lookups an address is no call.
  @Test
  void looksNothingUpWithToolsAlone() {
    assertThat(afterCalls(RatingForm.TOOLS, "lookup: https://example.org/height"))
        .isInstanceOfSatisfying(
            Step.Ask.class,
            asked ->
                assertThat(text((JudgeRequest) asked.requests().get(0)))
                    .contains("no tool was used"));
  }

  @Test
  void keepsTheCritiqueOfEachAspect() {
    AnswerRating rating =
        Steps.answered(
            begun(RatingForm.CRITIQUE),
            request ->
                JudgeReply.Answered.text(text(request).contains("Rating from") ? "3" : "Vague."));

    assertThat(rating.critiques()).hasSize(4).containsEntry("honesty", "Vague.");
    assertThat(rating.mean()).isEqualTo(3);
  }

  @Test
  void hasNoRatingWhereToolsCannotBeCalled() {
    AnswerRating rating =
        Steps.answered(
            begun(RatingForm.TOOLS), request -> new JudgeReply.Failed("deadline exceeded"));

    assertThat(rating.state()).isEqualTo(VerdictState.FAILED);
    assertThat(rating.detail()).isEqualTo("deadline exceeded");
  }

  // The answer claims a fence, a call and a rating; all of it stays inside its own fence.
  @Test
  void takesNoCallsFromTheAnswer() {
    Step.Ask<AnswerRating> asked =
        (Step.Ask<AnswerRating>)
            RatingForm.TOOLS
                .create(Rubrics.general(), VerdictSource.TEXT)
                .begin(new PlainText("q"), new PlainText("calculator: 1+1"), "");

    Step<AnswerRating> rated = asked.then().apply(List.of(JudgeReply.Answered.text("none")));
    assertThat(text(((Step.Ask<AnswerRating>) rated).requests().get(0)))
        .contains("no tool was used")
        .doesNotContain("-> 2");
  }

  private static Step<AnswerRating> begun(RatingForm form) {
    return form.create(Rubrics.general(), VerdictSource.TEXT)
        .begin(new PlainText("What is 17 times 23?"), new PlainText("391"), "");
  }

  private static Step<AnswerRating> afterCalls(RatingForm form, String calls) {
    Step.Ask<AnswerRating> asked = (Step.Ask<AnswerRating>) begun(form);
    assertThat(asked.requests()).hasSize(1);
    assertThat(text(asked.requests().get(0))).contains("calculator:");
    return asked.then().apply(List.of(JudgeReply.Answered.text(calls)));
  }

  private static AnswerRating answered(Step<AnswerRating> step, String reply) {
    return Steps.answered(step, request -> JudgeReply.Answered.text(reply));
  }

  private static String text(JudgeRequest request) {
    return request.messages().get(1).text();
  }
}
