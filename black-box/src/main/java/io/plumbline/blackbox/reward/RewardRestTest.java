package io.plumbline.blackbox.reward;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewardRestTest {
  private static final Doors DOORS = Doors.of(Service.REWARD);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DOG = "a brave dog found a friend";
  private static final String VAN = "trucks carry gravel to sites";

  @Test
  void scoresCompletions() throws Exception {
    var answer =
        DOORS.post(
            "/v1alpha1/score",
            """
            {"model": "relevance", "principle": "a brave dog",
             "completions": [{"id": "dog", "text": "%s"}, {"id": "van", "text": "%s"}]}
            """
                .formatted(DOG, VAN));

    JsonNode scores = ok(answer).get("scores");
    assertThat(scores.at("/0/reward").asDouble()).isGreaterThan(scores.at("/1/reward").asDouble());
  }

  @Test
  void answersABadRequestWithAProblem() throws Exception {
    var answer = DOORS.post("/v1alpha1/score", "{\"model\": \"relevance\", \"completions\": []}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(JSON.readTree(answer.body()).path("field").asText()).isEqualTo("completions");
  }

  @Test
  void answersAnUnreadableBodyWithAProblem() throws Exception {
    var answer = DOORS.post("/v1alpha1/score", "{");

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void servesOpenRlhf() throws Exception {
    JsonNode answer =
        ok(
            DOORS.post(
                "/get_reward?model=relevance&principle=a%20brave%20dog",
                "{\"query\": [\"%s\", \"%s\"]}".formatted(DOG, VAN)));

    assertThat(answer.at("/rewards/0").asDouble())
        .isGreaterThan(answer.at("/rewards/1").asDouble());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/score", "/v1/score"})
  void servesVllmScore(String path) throws Exception {
    JsonNode answer =
        ok(
            DOORS.post(
                path,
                "{\"model\": \"relevance\", \"text_1\": \"a brave dog\", \"text_2\": [\"%s\", \"%s\"]}"
                    .formatted(DOG, VAN)));

    assertThat(answer.at("/data/0/score").asDouble())
        .isGreaterThan(answer.at("/data/1/score").asDouble());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rerank", "/v1/rerank"})
  void reranksDocumentsBestFirst(String path) throws Exception {
    JsonNode answer =
        ok(
            DOORS.post(
                path,
                "{\"model\": \"relevance\", \"query\": \"a brave dog\", \"documents\": [\"%s\", \"%s\"]}"
                    .formatted(VAN, DOG)));

    assertThat(answer.at("/results/0/index").asInt()).isEqualTo(1);
    assertThat(answer.at("/results/0/document/text").asText()).isEqualTo(DOG);
  }

  @Test
  void tellsOfItsModels() throws Exception {
    assertThat(ok(DOORS.get("/v1alpha1/reward-models?page_size=1")).at("/models/0/name").asText())
        .isEqualTo("relevance");
    assertThat(ok(DOORS.get("/v1alpha1/reward-models/relevance")).path("kind").asText())
        .isEqualTo("relevance");
  }

  @Test
  void answersAnAbsentModelWithAProblem() throws Exception {
    var answer = DOORS.put("/v1alpha1/reward-models/absent/aliases/best", "{\"version\": 1}");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(answer.body()).path("detail").asText()).contains("absent@1");
  }

  private static JsonNode ok(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
