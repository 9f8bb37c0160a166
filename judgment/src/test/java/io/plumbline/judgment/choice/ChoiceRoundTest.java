package io.plumbline.judgment.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.protocol.Steps;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.verdict.VerdictState;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceRoundTest {
  private static final ChoiceQuestion QUESTION =
      new ChoiceQuestion("", "Which?", List.of("red", "green", "blue"));

  @ParameterizedTest
  @CsvSource({"A, 0", "(B), 1", "C., 2", "B. green, 1", "answer: A, 0", "blue, 2", "**A**, 0"})
  void readsOneLabelWithOrWithoutItsOption(String text, int option) {
    assertThat(answer(JudgeReply.Answered.text(text)).choice()).isEqualTo(option);
  }

  @ParameterizedTest
  @CsvSource({"D", "A. green", "A and B", "''", "Apples", "A or maybe B"})
  void readsNothingElse(String text) {
    assertThat(answer(JudgeReply.Answered.text(text)).state()).isEqualTo(VerdictState.UNPARSEABLE);
  }

  // 0.6 and 0.2 of 0.8: 0.75 and 0.25.
  @Test
  void normalisesTheLabelsProbabilities() {
    ChoiceAnswer answer =
        answer(
            new JudgeReply.Answered(
                "A", "stop", "", Map.of("A", Math.log(0.6), "C", Math.log(0.2))));

    assertThat(answer.probability(0)).isCloseTo(0.75, within(1e-12));
    assertThat(answer.probability(2)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void readsTheTextWhereTheLabelsAreUnlikely() {
    JudgeReply bold = new JudgeReply.Answered("**B**", "stop", "", Map.of("**", Math.log(0.95)));

    assertThat(answer(bold).probability(1)).isEqualTo(1);
    assertThat(ChoiceReading.of(QUESTION, bold, VerdictSource.PROBABILITIES).state())
        .isEqualTo(VerdictState.UNPARSEABLE);
  }

  @Test
  void tellsARefusalFromAnUnreadableAnswer() {
    assertThat(answer(JudgeReply.Answered.text("I cannot say.")).state())
        .isEqualTo(VerdictState.REFUSED);
    assertThat(answer(new JudgeReply.Failed("connection")).state()).isEqualTo(VerdictState.FAILED);
  }

  // Rotated by one, green stands first; chosen there, it is the second as listed.
  @Test
  void findsTheListedOptionBehindARotatedOne() {
    ChoiceQuestion rotated = QUESTION.rotated(1);

    assertThat(rotated.options()).containsExactly("green", "blue", "red");
    assertThat(answer(JudgeReply.Answered.text("A")).unrotated(1).choice()).isEqualTo(1);
  }

  @Test
  void asksABoundedNumberAtATimeAndKeepsTheOrder() {
    List<ChoiceQuestion> many = Collections.nCopies(150, QUESTION);
    Step<Integer> step =
        ChoiceRound.ask(many, VerdictSource.TEXT, answers -> new Step.Done<>(answers.size()));

    assertThat(((Step.Ask<Integer>) step).requests()).hasSize(64);
    assertThat(Steps.answered(step, request -> JudgeReply.Answered.text("A"))).isEqualTo(150);
  }

  private static ChoiceAnswer answer(JudgeReply reply) {
    return ChoiceReading.of(QUESTION, reply, VerdictSource.PROBABILITIES_OR_TEXT);
  }
}
