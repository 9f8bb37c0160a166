package io.plumbline.reward.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Status;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.GetRewardModelRequest;
import io.plumbline.api.v1alpha1.ListRewardModelsRequest;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.reward.RestCalls;
import io.plumbline.reward.StubbedServiceTestBase;
import io.plumbline.reward.stub.StubLog;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stub's reward is the number of its good words minus that of its bad ones. */
@QuarkusTest
class UpstreamModelTest extends StubbedServiceTestBase {

  @ParameterizedTest
  @ValueSource(strings = {"dialogues", "texts", "two", "tokens"})
  void givesTheServersOwnNumbers(String server) {
    ScoreResponse response =
        score("upstream:" + server, answer("a", "a good, good dog"), answer("b", "a bad van"));

    assertThat(response.getModel()).isEqualTo("upstream:" + server + "@1");
    assertThat(response.getModelDigest()).hasSize(64);
    assertThat(response.getScoresList()).extracting(Score::getReward).containsExactly(2.0, -1.0);
  }

  @Test
  void writesTheDialogueForTheServersChatTemplate() throws Exception {
    score("upstream:dialogues", answer("a", "a dog of its own"));

    JsonNode request = StubLog.of("a dog of its own").get(0);
    assertThat(request.get("path").asText()).isEqualTo("/classify");
    assertThat(request.get("authorization").asText()).isEqualTo("Bearer " + System.getenv("PATH"));
    assertThat(request.at("/body/use_activation").isBoolean()).isTrue();
    assertThat(request.at("/body/use_activation").asBoolean()).isFalse();
    assertThat(request.at("/body/model").asText()).isEqualTo("reward-1");
    assertThat(request.at("/body/messages").toString())
        .isEqualTo(
            "[{\"role\":\"system\",\"content\":\"Be short.\"},"
                + "{\"role\":\"user\",\"content\":\"Say something. \"},"
                + "{\"role\":\"assistant\",\"content\":\"a dog of its own\"}]");
  }

  @Test
  void writesTextsAsTheyAre() throws Exception {
    score("upstream:texts", answer("a", "first of its batch"), answer("b", "second of its batch"));

    // A worker that is free at once takes the first one alone.
    List<JsonNode> requests = StubLog.of("of its batch");
    List<String> inputs = new ArrayList<>();
    requests.forEach(
        request -> request.at("/body/input").forEach(input -> inputs.add(input.asText())));
    assertThat(requests)
        .allMatch(request -> request.get("path").asText().equals("/pooling"))
        .allMatch(request -> !request.at("/body/use_activation").asBoolean(true));
    assertThat(inputs)
        .containsExactlyInAnyOrder(
            "Be short.\nSay something. first of its batch",
            "Be short.\nSay something. second of its batch");
  }

  @Test
  void losesNoOtherRewardToACompletionThatTheServerRefuses() {
    ScoreResponse response =
        score("upstream:texts", answer("a", "a good dog"), answer("b", "a LONG story"));

    assertThat(response.getScores(0).getReward()).isEqualTo(1);
    assertThat(response.getScores(1).hasReward()).isFalse();
    assertThat(response.getScores(1).getReason()).contains("HTTP 400", "maximum context length");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          squashed  | gives every probe text a number in [0, 1]
          reversed  | prefers the worse answer
          constant  | gives every probe text the same reward
          own-pair  | prefers the worse answer
          """)
  void refusesAServerWhoseRewardsAreNone(String server, String words) {
    assertFails(
        Status.Code.FAILED_PRECONDITION,
        words,
        () -> score("upstream:" + server, answer("a", "a good dog")));
  }

  @Test
  void givesThemAllTheSameWhereThatIsSaid() {
    ScoreResponse response = score("upstream:reported", answer("a", "a good dog"));

    // sigmoid(1) = 1 / (1 + e^-1)
    assertThat(response.getScores(0).getReward()).isCloseTo(0.7310585786, within(1e-9));
  }

  @Test
  void saysThatAServerIsAway() {
    assertFails(
        Status.Code.UNAVAILABLE,
        "plumbline.reward.upstream.away.url) is not available",
        () -> score("upstream:away", answer("a", "a good dog")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DOWN   | UNAVAILABLE         | HTTP 503
          RESET  | UNAVAILABLE         | connection
          HALF   | UNAVAILABLE         | connection
          SLOW   | UNAVAILABLE         | deadline exceeded
          BROKEN | FAILED_PRECONDITION | what is no JSON
          NAN    | FAILED_PRECONDITION | NaN as a reward: look at plumbline.reward.upstream.dialogues.model
          FEW    | FAILED_PRECONDITION | 0 results for 1 completions
          SHORT  | FAILED_PRECONDITION | look at plumbline.reward.upstream.dialogues.outputs
          HUGE   | FAILED_PRECONDITION | plumbline.reward.upstream.dialogues.largest-answer
          LOCKED | FAILED_PRECONDITION | HTTP 401
          """)
  void saysWhatIsWrongWithTheServer(String text, Status.Code code, String words) {
    assertFails(code, words, () -> score("upstream:dialogues", answer("a", text + " answer")));
  }

  @Test
  void triesAgainWhereThatMayHelp() {
    ScoreResponse response =
        score("upstream:dialogues", answer("a", "BUSY good"), answer("b", "FLAKY good"));

    assertThat(response.getScoresList()).extracting(Score::getReward).containsExactly(1.0, 1.0);
  }

  @Test
  void listsTheServersAmongTheModels() {
    score("upstream:dialogues", answer("a", "a dog"));
    RewardModel model =
        rewards()
            .getRewardModel(
                GetRewardModelRequest.newBuilder().setName("upstream:dialogues").build());

    assertThat(model.getKind()).isEqualTo("upstream-classify");
    // The built-in pairs score 1 and -3, 1 and -1, 1 and -3: the mean margin is (4 + 2 + 4) / 3.
    assertThat(model.getMetricsMap().get("probe_margin")).isCloseTo(10.0 / 3, within(1e-9));
    assertThat(
            rewards()
                .listRewardModels(ListRewardModelsRequest.getDefaultInstance())
                .getModelsList())
        .extracting(RewardModel::getName)
        .contains("relevance", "upstream:dialogues", "upstream:texts");
    assertFails(
        Status.Code.NOT_FOUND,
        "there is no reward model \"upstream:none@latest\"",
        () -> score("upstream:none", answer("a", "a dog")));
  }

  @Test
  void tellsInReadinessWhatTheProbesFound() throws Exception {
    assertFails(
        Status.Code.FAILED_PRECONDITION,
        "upstream:squashed",
        () -> score("upstream:squashed", answer("a", "a good dog")));

    JsonNode ready = RestCalls.json(rest().get("q/health/ready"));

    assertThat(ready.get("status").asText()).isEqualTo("UP");
    assertThat(ready.toString()).contains("upstream:squashed", "a number in [0, 1]");
  }

  @Test
  void answersTheShapesOfTrainingFrameworks() throws Exception {
    JsonNode plain =
        RestCalls.ok(
            rest()
                .post(
                    "v1alpha1/score",
                    "{\"model\": \"upstream:dialogues\", \"completions\": [{\"id\": \"a\", \"prompt\": \"Say it.\", \"text\": \"good\"}]}"));
    JsonNode openRlhf =
        RestCalls.ok(
            rest()
                .post(
                    "get_reward?model=upstream:texts",
                    "{\"query\": [\"Say. good good\", \"Say. bad\"], \"prompts\": [\"Say. \", \"Say. \"]}"));
    JsonNode vllm =
        RestCalls.ok(
            rest()
                .post(
                    "score",
                    "{\"model\": \"upstream:dialogues\", \"text_1\": \"What of it?\", \"text_2\": [\"good\", \"bad\"]}"));

    assertThat(plain.at("/scores/0/reward").asDouble()).isEqualTo(1);
    assertThat(openRlhf.get("rewards").toString()).isEqualTo("[2.0,-1.0]");
    assertThat(vllm.at("/data/0/score").asDouble()).isEqualTo(1);
    assertThat(StubLog.of("What of it?").get(0).at("/body/messages/0/content").asText())
        .isEqualTo("What of it?");
    assertThat(StubLog.of("Say. good good")).isNotEmpty();
  }

  @Test
  void refusesTooManyCompletions() {
    ScoreRequest.Builder many = ScoreRequest.newBuilder().setModel("upstream:texts");
    for (int number = 0; number < 1025; number++) {
      many.addCompletions(answer("a" + number, "text"));
    }
    assertFails(
        Status.Code.INVALID_ARGUMENT,
        "completions has 1025 completions: give 1 to 1024",
        () -> rewards().score(many.build()));
  }

  private ScoreResponse score(String model, Completion... completions) {
    return rewards()
        .score(
            ScoreRequest.newBuilder()
                .setModel(model)
                .addAllCompletions(List.of(completions))
                .build());
  }

  private static Completion answer(String id, String text) {
    return Completion.newBuilder()
        .setId(id)
        .setPrompt(
            Prompt.newBuilder()
                .addMessages(turn(Role.ROLE_SYSTEM, "Be short."))
                .addMessages(turn(Role.ROLE_USER, "Say something. ")))
        .addParts(ContentPart.newBuilder().setText(text))
        .build();
  }

  private static Message turn(Role role, String text) {
    return Message.newBuilder()
        .setRole(role)
        .addParts(ContentPart.newBuilder().setText(text))
        .build();
  }
}
