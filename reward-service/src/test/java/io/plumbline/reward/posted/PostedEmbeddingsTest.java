package io.plumbline.reward.posted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.CreateHeadTrainingRequest;
import io.plumbline.api.v1alpha1.EmbedRequest;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.HeadTrainingSpec;
import io.plumbline.api.v1alpha1.PreferencePair;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.reward.RestCalls;
import io.plumbline.reward.RewardServiceTestBase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every pair is (1, 0, 0) preferred to (0, 1, 0), so that the differences are all d = (1, -1, 0).
 * The optimum of log(1 + exp(-w·d)) + ½ ridge ‖w‖² is w = t d with sigmoid(-2 t) = ridge t: with
 * ridge = sigmoid(-2) it is w = (1, -1, 0).
 */
@QuarkusTest
@TestProfile(NoEncoder.class)
class PostedEmbeddingsTest extends RewardServiceTestBase {
  private static final double RIDGE = 1 / (1 + Math.exp(2));

  @TestHTTPResource("/")
  URI root;

  @Test
  void trainsAndScoresWithoutAnEncoder() {
    HeadTraining created = trainings().createHeadTraining(request("first", "first", spec("first")));
    List<RunEvent> events = watch(created.getStatus().getId(), 0);
    assertThat(events.get(events.size() - 1).getState().name()).isEqualTo("RUN_STATE_SUCCEEDED");

    ScoreResponse response =
        rewards().score(score("first", tensor(2, 3, 2, 0.5, 7, 0, 3, 1), "a", "b"));

    assertThat(response.getModel()).isEqualTo("first@1");
    // (2, 0.5, 7) · (1, -1, 0) and (0, 3, 1) · (1, -1, 0)
    assertThat(response.getScores(0).getReward()).isCloseTo(1.5, within(1e-6));
    assertThat(response.getScores(1).getReward()).isCloseTo(-3, within(1e-6));
  }

  @Test
  void scoresOverRest() throws Exception {
    train("rest");

    HttpResponse<String> response =
        rest(
            "{\"model\": \"rest\", \"completions\": [{\"id\": \"a\", \"embedding\": [2, 0.5, 7]}, {\"id\": \"b\", \"embedding\": [0, 3, 1]}]}");

    JsonNode answer = RestCalls.json(response);
    assertThat(answer.at("/scores/0/reward").asDouble()).isCloseTo(1.5, within(1e-6));
    assertThat(answer.at("/scores/1/reward").asDouble()).isCloseTo(-3, within(1e-6));
  }

  @Test
  void namesTheEmbeddingAtFault() {
    train("checked");

    assertRefused(
        score("checked", tensor(1, 2, 1, 2), "a"),
        "embeddings[0] has 2 numbers: checked@1 reads 3");
    assertRefused(
        score("checked", tensor(2, 3, 1, 2, 3, Double.NaN, 0, 0), "a", "b"),
        "embeddings[1] has NaN at place 0");
    // Beyond the largest float
    assertRefused(
        score("checked", tensor(1, 3, 1e300, 2, 3), "a"), "embeddings[0] has Infinity at place 0");
    assertRefused(
        score("checked", tensor(1, 3, 1, 2, 3), "a", "b"),
        "embeddings.shape is [1, 3]: give [2, dimensions]");
    assertRefused(
        score("checked", tensor(1, 4, 1, 2, 3), "a"),
        "embeddings.data has 24 bytes: the shape and the data type make 32");
    assertRefused(
        score("checked", tensor(1, 3, 1, 2, 3).toBuilder().clearDataType().build(), "a"),
        "embeddings.data_type is DATA_TYPE_UNSPECIFIED");
    assertRefused(
        ScoreRequest.newBuilder()
            .setModel("checked")
            .addCompletions(completion("a", "a text"))
            .setEmbeddings(tensor(1, 3, 1, 2, 3))
            .build(),
        "completions[0].parts are there beside a posted embedding");
    assertRefused(
        score("relevance", tensor(1, 3, 1, 2, 3), "a"),
        "embeddings are read by heads, and relevance is none");
  }

  @Test
  void namesTheEmbeddingAtFaultOverRest() throws Exception {
    train("checked-rest");

    HttpResponse<String> short2 =
        rest(
            "{\"model\": \"checked-rest\", \"completions\": [{\"id\": \"a\", \"embedding\": [1, 2]}]}");
    HttpResponse<String> mixed =
        rest(
            "{\"model\": \"checked-rest\", \"completions\": [{\"id\": \"a\", \"embedding\": [1, 2, 3]}, {\"id\": \"b\", \"text\": \"t\"}]}");
    HttpResponse<String> both =
        rest(
            "{\"model\": \"checked-rest\", \"completions\": [{\"id\": \"a\", \"text\": \"t\", \"embedding\": [1, 2, 3]}]}");

    assertThat(short2.statusCode()).isEqualTo(400);
    assertThat(RestCalls.json(short2).get("field").asText()).isEqualTo("completions[0].embedding");
    assertThat(RestCalls.json(mixed).get("field").asText()).isEqualTo("completions[1].embedding");
    assertThat(RestCalls.json(both).get("field").asText()).isEqualTo("completions[0].text");
  }

  @Test
  void scoresNoTextsWithAHeadOfPostedEmbeddings() {
    train("textless");

    assertThatThrownBy(
            () ->
                rewards()
                    .score(
                        ScoreRequest.newBuilder()
                            .setModel("textless")
                            .addCompletions(completion("a", "a text"))
                            .build()))
        .hasMessageContaining("FAILED_PRECONDITION")
        .hasMessageContaining("textless@1 was trained on posted embeddings of \"client's own\"");
  }

  @Test
  void saysThatThereIsNoEncoder() {
    assertThatThrownBy(() -> rewards().embed(EmbedRequest.newBuilder().addTexts("a").build()))
        .hasMessageContaining("FAILED_PRECONDITION: this service has no encoder");
    assertThatThrownBy(
            () ->
                rewards()
                    .score(
                        ScoreRequest.newBuilder()
                            .setModel("relevance")
                            .setPrinciple("p")
                            .addCompletions(completion("a", "a text"))
                            .build()))
        .hasMessageContaining("FAILED_PRECONDITION: this service has no encoder");
    assertThatThrownBy(() -> trainings().createHeadTraining(aboutDogs("texts", "texts")))
        .hasMessageContaining("FAILED_PRECONDITION: this service has no encoder");
  }

  @Test
  void namesTheFieldOfABadTraining() {
    assertTrainingRefused(
        spec("bad").clearRejectedEmbeddings(), "spec.rejected_embeddings.data_type is");
    assertTrainingRefused(
        spec("bad").setRejectedEmbeddings(repeated(0, 1)),
        "spec.rejected_embeddings[0] has 2 numbers and the chosen one 3");
    assertTrainingRefused(
        spec("bad").setChosenEmbeddings(tensor(1, 3, 1, 0, 0)),
        "spec.chosen_embeddings.shape is [1, 3]: give [8, dimensions]");
    assertTrainingRefused(
        spec("bad").setChosenEmbeddings(repeated(1, Double.NaN, 0)),
        "spec.chosen_embeddings[0] has NaN at place 1");
    assertTrainingRefused(
        spec("bad")
            .setPairs(
                3, PreferencePair.newBuilder().addChosen(completion("a", "a text").getParts(0))),
        "spec.pairs[3].chosen has a text beside a posted embedding");
  }

  @Test
  void takesTheSameEmbeddingsOnceAndOthersAsAConflict() {
    HeadTraining first = trainings().createHeadTraining(request("again", "again", spec("again")));
    HeadTraining second = trainings().createHeadTraining(request("again", "again", spec("again")));

    assertThat(second.getStatus().getId()).isEqualTo(first.getStatus().getId());
    assertThatThrownBy(
            () ->
                trainings()
                    .createHeadTraining(
                        request(
                            "again",
                            "again",
                            spec("again").setChosenEmbeddings(repeated(2, 0, 0)))))
        .hasMessageContaining("FAILED_PRECONDITION: request_id \"again\" came with another spec");
  }

  private void train(String name) {
    watch(trainings().createHeadTraining(request(name, name, spec(name))).getStatus().getId(), 0);
  }

  private void assertRefused(ScoreRequest request, String words) {
    assertThatThrownBy(() -> rewards().score(request))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining(words);
  }

  private void assertTrainingRefused(HeadTrainingSpec.Builder spec, String words) {
    assertThatThrownBy(() -> trainings().createHeadTraining(request("bad", "bad", spec)))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining(words);
  }

  private HttpResponse<String> rest(String body) throws Exception {
    return new RestCalls(root).post("v1alpha1/score", body);
  }

  private static CreateHeadTrainingRequest request(
      String requestId, String name, HeadTrainingSpec.Builder spec) {
    return CreateHeadTrainingRequest.newBuilder()
        .setRequestId(requestId)
        .setSpec(spec.setName(name))
        .build();
  }

  private static HeadTrainingSpec.Builder spec(String name) {
    HeadTrainingSpec.Builder spec =
        HeadTrainingSpec.newBuilder()
            .setName(name)
            .setEncoder("client's own")
            .setRidge(RIDGE)
            .setChosenEmbeddings(repeated(1, 0, 0))
            .setRejectedEmbeddings(repeated(0, 1, 0));
    for (int pair = 0; pair < 8; pair++) {
      spec.addPairs(PreferencePair.getDefaultInstance());
    }
    return spec;
  }

  private static ScoreRequest score(String model, Tensor embeddings, String... ids) {
    ScoreRequest.Builder request =
        ScoreRequest.newBuilder().setModel(model).setEmbeddings(embeddings);
    for (String id : ids) {
      request.addCompletions(Completion.newBuilder().setId(id));
    }
    return request.build();
  }

  private static Tensor repeated(double... row) {
    ByteBuffer data = ByteBuffer.allocate(8 * row.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int pair = 0; pair < 8; pair++) {
      for (double value : row) {
        data.putFloat((float) value);
      }
    }
    return Tensor.newBuilder()
        .setDataType(Tensor.DataType.DATA_TYPE_FLOAT32)
        .addShape(8)
        .addShape(row.length)
        .setData(ByteString.copyFrom(data.array()))
        .build();
  }

  private static Tensor tensor(int rows, int columns, double... values) {
    ByteBuffer data = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      data.putDouble(value);
    }
    return Tensor.newBuilder()
        .setDataType(Tensor.DataType.DATA_TYPE_FLOAT64)
        .addShape(rows)
        .addShape(columns)
        .setData(ByteString.copyFrom(data.array()))
        .build();
  }
}
