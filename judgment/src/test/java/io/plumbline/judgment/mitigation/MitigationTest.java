package io.plumbline.judgment.mitigation;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class MitigationTest {
  private static final JudgeRequest REQUEST =
      new JudgeRequest(List.of(Message.text(Role.USER, "A or B?")), List.of("A", "B"), 8);
  private static final Step<String> PROGRAM =
      new Step.Ask<>(
          List.of(REQUEST, REQUEST),
          replies -> new Step.Done<>(text(replies.get(0)) + text(replies.get(1))));

  @Test
  void addsASystemMessageBeforeTheRequest() {
    for (Mitigation mitigation : List.of(Mitigation.SYSTEM_PROMPT, Mitigation.EXAMPLES)) {
      Step.Ask<String> asked = (Step.Ask<String>) mitigation.apply(PROGRAM);

      JudgeRequest request = asked.requests().get(0);
      assertThat(request.messages())
          .extracting(Message::role)
          .containsExactly(Role.SYSTEM, Role.USER);
      assertThat(request.messages().get(1)).isEqualTo(REQUEST.messages().get(0));
      assertThat(request.labels()).isEqualTo(REQUEST.labels());
    }
  }

  // The first request failed and stays so; the second is shown its answer, and its new one counts.
  @Test
  void asksAgainOnlyWhereThereIsAnAnswerToLookAt() {
    Step.Ask<String> first = (Step.Ask<String>) Mitigation.SELF_REFLECTION.apply(PROGRAM);
    Step.Ask<String> second =
        (Step.Ask<String>)
            first
                .then()
                .apply(List.of(new JudgeReply.Failed("gone"), JudgeReply.Answered.text("A")));

    assertThat(second.requests()).hasSize(1);
    assertThat(second.requests().get(0).messages())
        .extracting(Message::role)
        .containsExactly(Role.USER, Role.ASSISTANT, Role.USER);
    assertThat(second.requests().get(0).messages().get(1).text()).isEqualTo("A");
    assertThat(second.then().apply(List.of(JudgeReply.Answered.text("B"))))
        .isEqualTo(new Step.Done<>("failedB"));
  }

  private static String text(JudgeReply reply) {
    return reply instanceof JudgeReply.Answered answered ? answered.text() : "failed";
  }
}
