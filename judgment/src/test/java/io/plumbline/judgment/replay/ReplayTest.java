package io.plumbline.judgment.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.judgment.protocol.Protocols;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.judgment.protocol.Step;
import io.plumbline.judgment.protocol.VerdictSource;
import io.plumbline.judgment.reply.JudgeReply;
import io.plumbline.judgment.reply.JudgeRequest;
import io.plumbline.judgment.verdict.Verdict;
import io.plumbline.judgment.verdict.Winner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void saysWhatIsMissingAndFinishesWhenItIsThere() throws Exception {
    Question question =
        new QuestionFormat().read(row("{\"prompt\": \"Why?\", \"a\": \"So.\", \"b\": \"No.\"}"), 1);
    Step<Verdict> step =
        Protocols.named("").orElseThrow().create(VerdictSource.TEXT).begin(question);

    List<JudgeRequest> missing =
        ((Replay.Outcome.Waiting<Verdict>) new Replay(Map.of()).drive(step)).requests();
    Replay.Outcome<Verdict> finished =
        new Replay(
                Map.of(
                    RequestKey.of(missing.get(0)), JudgeReply.Answered.text("A"),
                    RequestKey.of(missing.get(1)), JudgeReply.Answered.text("B")))
            .drive(step);

    assertThat(((Replay.Outcome.Finished<Verdict>) finished).value().winner())
        .contains(Winner.FIRST);
  }

  @Test
  void readsBatchFilesAndItsOwnRows() throws Exception {
    RecordedAnswer batch =
        new RecordedAnswerFormat()
            .read(
                row(
                    """
                    {"custom_id": "k", "response": {"body": {"choices": [{"message": {"content":\
                     "A"}, "finish_reason": "stop", "logprobs": {"content": [{"top_logprobs":\
                     [{"token": "A", "logprob": -0.1}]}]}}]}}}"""));
    RecordedAnswer own =
        new RecordedAnswerFormat()
            .read(
                row(
                    "{\"key\": \"k\", \"completion\": \"A\", \"stop\": \"stop\","
                        + " \"logprobs\": {\"A\": -0.1}}"));

    assertThat(batch).isEqualTo(own);
    assertThat(own.answer().firstToken()).isEqualTo(Map.of("A", -0.1));
  }

  private static ObjectNode row(String json) throws Exception {
    return (ObjectNode) JSON.readTree(json);
  }
}
