package io.plumbline.judge.model.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeAnswerTest {
  private static final List<Message> MESSAGES = List.of(Message.text(Role.USER, "Which?"));

  // With labels wanted and given: a judge of 16 tokens is often cut after the letter that counts.
  @ParameterizedTest
  @CsvSource({
    // labels wanted, given, they alone count, finish reason, text, refusal, whole
    "false, false, false, stop, A, '', true",
    "false, false, false, '', A, '', true",
    "false, false, false, eos_token, A, '', true",
    "false, false, false, length, A, '', false",
    "false, false, false, content_filter, A, '', false",
    "false, false, false, error, A, '', false",
    "false, false, false, abort, A, '', false",
    "false, false, false, stop, ' ', '', false",
    "false, false, false, stop, '', 'No.', true",
    "true, true, false, stop, A, '', true",
    "true, true, true, length, A, '', true",
    "true, true, true, content_filter, A, '', false",
    "true, false, false, stop, A, '', true",
    "true, false, false, length, A, '', false",
    "true, false, true, stop, A, '', false",
  })
  void isWholeWithAllThatWasAskedFor(
      boolean wanted,
      boolean given,
      boolean alone,
      String finish,
      String text,
      String refusal,
      boolean whole) {
    JudgeRequest request = new JudgeRequest(MESSAGES, wanted ? List.of("A", "B") : List.of(), 16);
    JudgeReply.Answered answer =
        new JudgeReply.Answered(text, finish, refusal, given ? Map.of("A", -0.1) : Map.of());

    assertThat(WholeAnswer.is(answer, request, alone)).isEqualTo(whole);
  }

  // e^-1 is 0.37 of the first token: the text decides, and it is cut.
  @Test
  void isNotWholeWhereUnlikelyLabelsLeaveItToACutText() {
    JudgeRequest request = new JudgeRequest(MESSAGES, List.of("A", "B"), 16);
    Map<String, Double> unlikely = Map.of("A", -1.0, "The", -0.5);

    assertThat(
            WholeAnswer.is(
                new JudgeReply.Answered("The answer", "length", "", unlikely), request, false))
        .isFalse();
    assertThat(
            WholeAnswer.is(
                new JudgeReply.Answered("The answer is A", "stop", "", unlikely), request, false))
        .isTrue();
  }
}
