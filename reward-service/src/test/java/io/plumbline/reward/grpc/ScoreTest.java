package io.plumbline.reward.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.EmbedRequest;
import io.plumbline.api.v1alpha1.EmbedResponse;
import io.plumbline.api.v1alpha1.GetRewardModelRequest;
import io.plumbline.api.v1alpha1.Media;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.Score;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.reward.RewardServiceTestBase;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScoreTest extends RewardServiceTestBase {
  private static final String PRINCIPLE = "a story about a dog who makes a new friend";
  private static final String DOG =
      "Once upon a time there was a little dog named Max. He met a cat and they became friends.";

  @Test
  void scoresByRelevanceToThePrinciple() {
    ScoreResponse response =
        rewards()
            .score(
                ScoreRequest.newBuilder()
                    .setModel("relevance")
                    .setPrinciple(PRINCIPLE)
                    .addCompletions(completion("machine", "The red truck drove to the quarry."))
                    .addCompletions(completion("dog", DOG))
                    .build());

    assertThat(response.getModel()).isEqualTo("relevance@1");
    assertThat(response.getModelDigest()).matches("[0-9a-f]{64}");
    assertThat(response.getScoresList())
        .extracting(Score::getCompletionId)
        .containsExactly("machine", "dog");
    Score dog = response.getScores(1);
    // The cosine of the first two rows of minilm-reference.json is 0.57680; 21 tokens of 50; no
    // trigram twice: 0.57680 · 0.42 = 0.24226
    assertThat(dog.getComponentsMap().get("relevance")).isCloseTo(0.57680, within(0.005));
    assertThat(dog.getComponentsMap().get("length")).isCloseTo(0.42, within(1e-12));
    assertThat(dog.getComponentsMap().get("repetition")).isEqualTo(1);
    assertThat(dog.getReward()).isCloseTo(0.24226, within(0.002));
    assertThat(response.getScores(0).getReward()).isLessThan(dog.getReward());
  }

  @Test
  void saysWhyACompletionHasNoScore() {
    ScoreResponse response =
        rewards()
            .score(
                ScoreRequest.newBuilder()
                    .setModel("relevance@latest")
                    .setPrinciple(PRINCIPLE)
                    .addCompletions(completion("empty", " "))
                    .addCompletions(
                        Completion.newBuilder()
                            .setId("picture")
                            .addParts(
                                ContentPart.newBuilder()
                                    .setImage(Media.newBuilder().setUri("file:dog.png"))))
                    .addCompletions(completion("dog", DOG))
                    .build());

    assertThat(response.getScores(0).hasReward()).isFalse();
    assertThat(response.getScores(0).getReason()).isEqualTo("the completion has no text");
    assertThat(response.getScores(1).hasReward()).isFalse();
    assertThat(response.getScores(1).getReason()).contains("a part that is no text");
    assertThat(response.getScores(2).hasReward()).isTrue();
  }

  @Test
  void namesTheFieldOfABadRequest() throws InvalidProtocolBufferException {
    assertFieldRefused(
        ScoreRequest.newBuilder().setModel("relevance").addCompletions(completion("a", "text")),
        "principle");
    assertFieldRefused(
        ScoreRequest.newBuilder().setModel("not a name").addCompletions(completion("a", "text")),
        "model");
    assertFieldRefused(
        ScoreRequest.newBuilder().setModel("relevance").setPrinciple(PRINCIPLE), "completions");
    assertFieldRefused(
        ScoreRequest.newBuilder()
            .setModel("relevance")
            .setPrinciple(PRINCIPLE)
            .addCompletions(completion("a", "text"))
            .addCompletions(completion("a", "text")),
        "completions[1].id");
  }

  @Test
  void doesNotFindAModelThatIsNotThere() {
    assertThatThrownBy(
            () ->
                rewards()
                    .score(
                        ScoreRequest.newBuilder()
                            .setModel("absent@3")
                            .addCompletions(completion("a", "text"))
                            .build()))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("NOT_FOUND: there is no reward model \"absent@3\"");
  }

  @Test
  void embedsTextsAsRowsOfUnitLength() {
    EmbedResponse response =
        rewards().embed(EmbedRequest.newBuilder().addTexts("hi").addTexts(DOG).build());

    assertThat(response.getEncoder()).isEqualTo("all-minilm-l6-v2");
    Tensor tensor = response.getEmbeddings();
    assertThat(tensor.getShapeList()).containsExactly(2L, 384L);
    assertThat(tensor.getData().size()).isEqualTo(2 * 384 * 4);
    ByteBuffer data = tensor.getData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    double square = 0;
    for (int i = 0; i < 384; i++) {
      float value = data.getFloat();
      square += value * value;
    }
    assertThat(square).isCloseTo(1, within(1e-5));
  }

  @Test
  void refusesMoreWorkThanItHolds() {
    EmbedRequest.Builder request = EmbedRequest.newBuilder();
    for (int number = 0; number < 1025; number++) {
      request.addTexts("text " + number);
    }

    assertThatThrownBy(() -> rewards().embed(request.build()))
        .hasMessageContaining("texts has 1025 texts: give 1 to 1024");
  }

  @Test
  void knowsTheBuiltInModel() {
    RewardModel model =
        rewards().getRewardModel(GetRewardModelRequest.newBuilder().setName("relevance").build());

    assertThat(model.getVersion()).isEqualTo(1);
    assertThat(model.getKind()).isEqualTo("relevance");
    assertThat(model.getAliasesList()).containsExactly("latest");
  }

  @Test
  void tellsItsHealth() {
    HealthCheckResponse response =
        HealthGrpc.newBlockingStub(channel()).check(HealthCheckRequest.getDefaultInstance());

    assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
  }

  private void assertFieldRefused(ScoreRequest.Builder request, String field)
      throws InvalidProtocolBufferException {
    Throwable failure = catchThrowable(() -> rewards().score(request.build()));

    assertThat(failure).isInstanceOf(StatusRuntimeException.class);
    assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    BadRequest details = StatusProto.fromThrowable(failure).getDetails(0).unpack(BadRequest.class);
    assertThat(details.getFieldViolations(0).getField()).isEqualTo(field);
    assertThat(details.getFieldViolations(0).getDescription()).isNotEmpty();
  }
}
