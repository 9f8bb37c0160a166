package io.plumbline.judge.model.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.Role;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChatCallTest {
  private static final JudgeRequest REQUEST =
      new JudgeRequest(List.of(Message.text(Role.USER, "Which is better?")), List.of(), 8);

  @Test
  void countsTheTokensThatTheProtocolNeeds() {
    assertThat(ChatCall.of("m", REQUEST, Sampling.at(0)).maximumTokens()).isEqualTo(8);
  }

  // A reasoning model may use 4,096 tokens where the protocol needs 8.
  @Test
  void countsMaxCompletionTokensInstead() {
    ChatCall call =
        ChatCall.of(
            "m",
            REQUEST,
            new Sampling(
                0,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalInt.of(4_096),
                Optional.empty(),
                Optional.empty(),
                20,
                List.of()));

    assertThat(call.maximumTokens()).isEqualTo(4_096);
  }
}
