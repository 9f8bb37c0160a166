package io.plumbline.judgment.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.VerdictState;
import io.plumbline.judgment.verdict.Winner;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.PlainText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RubricRatingTest {
  private static final RubricRating RATING =
      new RubricRating(Rubrics.general(), VerdictSource.PROBABILITIES_OR_TEXT);

  // 0.5 · 4 + 0.3 · 5 + 0.1 · 3 = 3.8 over 0.9 of probability: 4.2222.
  @Test
  void ratesByTheExpectedScore() {
    AnswerRating rating =
        rated(
            new JudgeReply.Answered(
                "4",
                "stop",
                "",
                Map.of("4", Math.log(0.5), "5", Math.log(0.3), "3", Math.log(0.1))));

    assertThat(rating.aspects()).hasSize(4);
    assertThat(rating.mean()).isCloseTo(3.8 / 0.9, within(1e-12));
  }

  // The example row of the card of nvidia/HelpSteer2: 3, 4, 4, 2, 1. The authors' weighted sum is
  // 0.3 ·
  // 3 + 0.74 · 4 + 0.46 · 4 + 0.47 · 2 − 0.33 · 1 = 6.31; with verbosity from its other end, 4 − 1,
  // it is 6.31 + 0.33 · 4 = 7.63, over weights of 2.3.
  @Test
  void weighsHelpSteersAttributesAsItsAuthorsDo() {
    Map<String, String> card =
        Map.of(
            "helpfulness", "3",
            "correctness", "4",
            "coherence", "4",
            "complexity", "2",
            "verbosity", "1");

    AnswerRating rating =
        Steps.answered(
            new RubricRating(Rubrics.named("helpsteer2").orElseThrow(), VerdictSource.TEXT)
                .begin(new PlainText("c#"), new PlainText("C# is a language."), ""),
            request -> {
              String asked = request.messages().get(1).text();
              String aspect = asked.substring(asked.indexOf("Aspect: ") + 8).split("\\.")[0];
              return JudgeReply.Answered.text(card.get(aspect));
            });

    assertThat(rating.aspects()).containsEntry("verbosity", 1.0).containsEntry("correctness", 4.0);
    assertThat(rating.mean()).isCloseTo(7.63 / 2.3, within(1e-12));
  }

  // Rated one by one, 5 for the answer that says what the reference says, 2 for the other.
  @Test
  void ratesWithAReferenceInView() {
    Question question =
        Question.of(
                new Comparison(
                    "1", "p", new PlainText("q"), Completion.text("x1"), Completion.text("x2")),
                "")
            .with("reference", "what users wrote: x1");

    Verdict verdict =
        Steps.answered(
            Protocols.named("rating-by-reference")
                .orElseThrow()
                .create(VerdictSource.TEXT)
                .begin(question),
            request -> {
              String asked = request.messages().get(1).text();
              assertThat(asked).contains("reference\nwhat users wrote: x1");
              return JudgeReply.Answered.text(asked.contains("answer\nx1") ? "5" : "2");
            });

    assertThat(verdict.winner()).contains(Winner.FIRST);
    assertThat(verdict.forward().rawText())
        .contains("first truthfulness: 5.0", "second truthfulness: 2.0");
  }

  @Test
  void readsTheNumberWhereTheScaleIsUnlikelyAtTheFirstToken() {
    JudgeReply reply =
        new JudgeReply.Answered("\n4", "stop", "", Map.of("\n", Math.log(0.9), "5", Math.log(0.1)));

    assertThat(rated(reply).mean()).isEqualTo(4);
  }

  @Test
  void saysWhichAspectHasNoRating() {
    AnswerRating rating = rated(JudgeReply.Answered.text("four"));

    assertThat(rating.state()).isEqualTo(VerdictState.UNPARSEABLE);
    assertThat(rating.mean()).isNaN();
    assertThat(rating.detail())
        .isEqualTo("rating of instruction following: not one whole number from 1 to 5");
  }

  private static AnswerRating rated(JudgeReply reply) {
    return Steps.answered(
        RATING.begin(new PlainText("q"), new PlainText("a"), ""), request -> reply);
  }
}
