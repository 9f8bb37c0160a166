package io.plumbline.judgment.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.verdict.VerdictState;
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
