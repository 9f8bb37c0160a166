package io.plumbline.blackbox.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.GetRewardModelRequest;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.RewardServiceGrpc;
import io.plumbline.api.v1alpha1.RewardServiceGrpc.RewardServiceBlockingStub;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import io.plumbline.blackbox.door.Texts;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stub's reward is the number of a text's good words minus that of its bad ones. */
class UpstreamModelTest {
  private static final Doors DOORS = Doors.of(Service.REWARD);
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"upstream:stub", "upstream:pooling"})
  void givesTheServersOwnNumbers(String model) {
    assertThat(
            rewards()
                .score(
                    ScoreRequest.newBuilder()
                        .setModel(model)
                        .addCompletions(answer("a", "a good, good dog"))
                        .addCompletions(answer("b", "a bad van"))
                        .build())
                .getScoresList())
        .extracting(Score::getReward)
        .containsExactly(2.0, -1.0);
  }

  @Test
  void refusesAServerWhoseRewardsAreSquashed() {
    assertThatThrownBy(
            () ->
                rewards()
                    .score(
                        ScoreRequest.newBuilder()
                            .setModel("upstream:squashed")
                            .addCompletions(answer("a", "a good dog"))
                            .build()))
        .hasMessageContaining("FAILED_PRECONDITION: upstream:squashed gives every probe text");
  }

  @Test
  void tellsOfTheServers() throws Exception {
    RewardModel model =
        rewards()
            .getRewardModel(GetRewardModelRequest.newBuilder().setName("upstream:stub").build());

    assertThat(model.getKind()).isEqualTo("upstream-classify");
    assertThat(ok(DOORS.get("/v1alpha1/reward-models/upstream:pooling")).path("kind").asText())
        .isEqualTo("upstream-pooling");
    assertThat(DOORS.get("/q/health/ready").body()).contains("upstream:stub");
  }

  @Test
  void answersTheShapesOfTrainingFrameworks() throws Exception {
    JsonNode plain =
        ok(
            DOORS.post(
                "/v1alpha1/score",
                "{\"model\": \"upstream:stub\", \"completions\": [{\"id\": \"a\", \"prompt\": \"Say.\", \"text\": \"good\"}]}"));
    JsonNode openRlhf =
        ok(
            DOORS.post(
                "/get_reward?model=upstream:pooling",
                "{\"query\": [\"Say. good\", \"Say. bad\"], \"prompts\": [\"Say. \", \"Say. \"]}"));
    JsonNode reranked =
        ok(
            DOORS.post(
                "/v1/rerank",
                "{\"model\": \"upstream:stub\", \"query\": \"Which?\", \"documents\": [\"bad\", \"good\"]}"));

    assertThat(plain.at("/scores/0/reward").asDouble()).isEqualTo(1);
    assertThat(openRlhf.path("rewards").toString()).isEqualTo("[1.0,-1.0]");
    assertThat(reranked.at("/results/0/index").asInt()).isEqualTo(1);
  }

  private static Completion answer(String id, String text) {
    return Texts.completion(id, text).toBuilder()
        .setPrompt(Texts.prompt("p", "Say something."))
        .build();
  }

  private static RewardServiceBlockingStub rewards() {
    return RewardServiceGrpc.newBlockingStub(DOORS.channel());
  }

  private static JsonNode ok(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
