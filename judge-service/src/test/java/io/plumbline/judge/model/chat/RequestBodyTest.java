package io.plumbline.judge.model.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.preference.message.MediaKind;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.MediaSource;
import io.plumbline.preference.message.Message;
import io.plumbline.preference.message.Role;
import io.plumbline.preference.message.TextPart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Field names and forms are those of OpenAI's chat completion reference, and of vLLM's. */
class RequestBodyTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void asksForTheLikeliestFirstTokensOfLabels() throws Exception {
    JudgeRequest request =
        new JudgeRequest(List.of(Message.text(Role.USER, "A or \"B\"?")), List.of("A", "B"), 8);

    assertThat(body(request, Sampling.at(0)))
        .isEqualTo(
            JSON.readTree(
                """
                {"model": "judge", "messages": [{"role": "user", "content": "A or \\"B\\"?"}],
                 "temperature": 0.0, "max_tokens": 8, "logprobs": true, "top_logprobs": 20}
                """));
  }

  @Test
  void sendsEverySettingUnderItsName() throws Exception {
    JudgeRequest request =
        new JudgeRequest(List.of(Message.text(Role.SYSTEM, "Judge.")), List.of("A", "B"), 8);
    Sampling sampling =
        new Sampling(
            0.7,
            OptionalDouble.of(0.9),
            OptionalInt.of(40),
            OptionalLong.of(7),
            OptionalInt.of(512),
            Optional.of("low"),
            Optional.of(JSON.readTree("{\"type\": \"object\"}")),
            5,
            List.of(32, 33));

    assertThat(body(request, sampling))
        .isEqualTo(
            JSON.readTree(
                """
                {"model": "judge", "messages": [{"role": "system", "content": "Judge."}],
                 "temperature": 0.7, "top_p": 0.9, "top_k": 40, "seed": 7,
                 "reasoning_effort": "low",
                 "response_format": {"type": "json_schema", "json_schema":
                   {"name": "answer", "strict": true, "schema": {"type": "object"}}},
                 "max_completion_tokens": 512, "logprobs": true, "logprob_token_ids": [32, 33]}
                """));
  }

  @Test
  void sendsMediaAsParts() throws Exception {
    Message turn =
        new Message(
            Role.USER,
            List.of(
                new TextPart("Look."),
                new MediaPart(MediaKind.IMAGE, new MediaSource.Inline("image/png", "aGk=")),
                new MediaPart(MediaKind.AUDIO, new MediaSource.Inline("audio/mpeg", "aGk=")),
                new MediaPart(MediaKind.VIDEO, new MediaSource.Uri("https://example.org/v.mp4"))));

    assertThat(
            body(new JudgeRequest(List.of(turn), List.of(), 8), Sampling.at(0))
                .at("/messages/0/content"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"type": "text", "text": "Look."},
                 {"type": "image_url", "image_url": {"url": "data:image/png;base64,aGk="}},
                 {"type": "input_audio", "input_audio": {"data": "aGk=", "format": "mp3"}},
                 {"type": "video_url", "video_url": {"url": "https://example.org/v.mp4"}}]
                """));
  }

  private static JsonNode body(JudgeRequest request, Sampling sampling) throws IOException {
    return JSON.readTree(RequestBody.of("judge", request, sampling));
  }
}
