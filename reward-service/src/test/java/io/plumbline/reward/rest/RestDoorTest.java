package io.plumbline.reward.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.reward.RestCalls;
import io.plumbline.reward.RewardServiceTestBase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The expected relevance, 0.57680 · 0.42 = 0.24226, is worked out in ScoreTest. */
@QuarkusTest
class RestDoorTest extends RewardServiceTestBase {
  private static final String PRINCIPLE = "a story about a dog who makes a new friend";
  private static final String DOG =
      "Once upon a time there was a little dog named Max. He met a cat and they became friends.";
  private static final String TRUCK = "The red truck drove to the quarry.";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestHTTPResource("/")
  URI root;

  @Test
  void scoresCompletions() throws Exception {
    HttpResponse<String> response =
        post(
            "v1alpha1/score",
            """
            {"model": "relevance", "principle": "%s", "completions":
              [{"id": "dog", "text": "%s"}, {"id": "empty", "text": ""}]}
            """
                .formatted(PRINCIPLE, DOG));

    JsonNode answer = JSON.readTree(response.body());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(answer.get("model").asText()).isEqualTo("relevance@1");
    assertThat(answer.at("/scores/0/completion_id").asText()).isEqualTo("dog");
    assertThat(answer.at("/scores/0/reward").asDouble()).isCloseTo(0.24226, within(0.002));
    assertThat(answer.at("/scores/1/reward").isNull()).isTrue();
    assertThat(answer.at("/scores/1/reason").asText()).isEqualTo("the completion has no text");
  }

  @Test
  void answersABadRequestWithAProblem() throws Exception {
    HttpResponse<String> response =
        post("v1alpha1/score", "{\"model\": \"relevance\", \"completions\": []}");

    JsonNode problem = JSON.readTree(response.body());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(problem.get("field").asText()).isEqualTo("completions");
    assertThat(problem.get("detail").asText()).contains("give 1 to 1024");
  }

  @Test
  void answersAnAbsentModelWithAProblem() throws Exception {
    HttpResponse<String> response = get("v1alpha1/reward-models/absent");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(response.body()).get("detail").asText())
        .contains("there is no reward model \"absent@latest\"");
  }

  @Test
  void listsModels() throws Exception {
    JsonNode page = JSON.readTree(get("v1alpha1/reward-models?page_size=5").body());

    assertThat(page.at("/models/0/name").asText()).isEqualTo("relevance");
  }

  @Test
  void servesOpenRlhf() throws Exception {
    HttpResponse<String> response =
        post(
            "get_reward?model=relevance&principle=" + PRINCIPLE.replace(" ", "%20"),
            """
            {"query": ["Tell me a story. %s", "%s"], "prompts": ["Tell me a story. ", "Go on. "]}
            """
                .formatted(DOG, TRUCK));

    JsonNode answer = JSON.readTree(response.body());
    assertThat(answer.get("rewards")).hasSize(2);
    assertThat(answer.at("/rewards/0").asDouble()).isCloseTo(0.24226, within(0.002));
    assertThat(answer.get("scores")).isEqualTo(answer.get("rewards"));
    assertThat(answer.at("/rewards/1").asDouble()).isLessThan(answer.at("/rewards/0").asDouble());
  }

  @Test
  void servesVllmScoreForOneAndForManyPrinciples() throws Exception {
    JsonNode one =
        JSON.readTree(
            post(
                    "score",
                    "{\"model\": \"relevance\", \"text_1\": \"%s\", \"text_2\": [\"%s\", \"%s\"]}"
                        .formatted(PRINCIPLE, TRUCK, DOG))
                .body());
    JsonNode many =
        JSON.readTree(
            post(
                    "v1/score",
                    ("{\"model\": \"relevance\", \"text_1\": [\"trucks\", \"%s\"],"
                            + " \"text_2\": [\"%s\", \"%s\"]}")
                        .formatted(PRINCIPLE, TRUCK, DOG))
                .body());

    assertThat(one.at("/data/1/object").asText()).isEqualTo("score");
    assertThat(one.at("/data/1/score").asDouble()).isCloseTo(0.24226, within(0.002));
    assertThat(many.at("/data/1/score")).isEqualTo(one.at("/data/1/score"));
    assertThat(many.at("/data/0/score").asDouble())
        .isGreaterThan(one.at("/data/0/score").asDouble());
  }

  @Test
  void reranksDocumentsBestFirst() throws Exception {
    JsonNode answer =
        JSON.readTree(
            post(
                    "v1/rerank",
                    ("{\"model\": \"relevance\", \"query\": \"%s\", \"documents\": [\"%s\", \"%s\"],"
                            + " \"top_n\": 1}")
                        .formatted(PRINCIPLE, TRUCK, DOG))
                .body());

    assertThat(answer.get("results")).hasSize(1);
    assertThat(answer.at("/results/0/index").asInt()).isEqualTo(1);
    assertThat(answer.at("/results/0/document/text").asText()).isEqualTo(DOG);
    assertThat(answer.at("/results/0/relevance_score").asDouble())
        .isCloseTo(0.24226, within(0.002));
  }

  @Test
  void namesATextThatHasNoScoreWhereTheShapeKnowsNoAbsence() throws Exception {
    HttpResponse<String> response =
        post("get_reward?model=relevance&principle=dogs", "{\"query\": [\"a dog\", \" \"]}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(response.body()).get("field").asText()).isEqualTo("query[1]");
  }

  @Test
  void tellsHealthMetricsAndOpenApi() throws Exception {
    assertThat(get("q/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("q/metrics").body()).contains("plumbline_reward_encoder_backlog");
    assertThat(get("openapi?format=json").body()).contains("/v1alpha1/score", "/get_reward");
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return new RestCalls(root).post(path, body);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return new RestCalls(root).get(path);
  }
}
