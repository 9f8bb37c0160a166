package io.plumbline.blackbox.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.api.v1alpha1.EmbedRequest;
import io.plumbline.api.v1alpha1.EmbedResponse;
import io.plumbline.api.v1alpha1.GetRewardModelRequest;
import io.plumbline.api.v1alpha1.ListRewardModelsRequest;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.RewardServiceGrpc;
import io.plumbline.api.v1alpha1.RewardServiceGrpc.RewardServiceBlockingStub;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Service;
import io.plumbline.blackbox.door.Texts;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class RewardModelTest {
  private static final Doors DOORS = Doors.of(Service.REWARD);

  @Test
  void embedsTextsAtUnitLength() {
    EmbedResponse answer =
        rewards().embed(EmbedRequest.newBuilder().addTexts("a dog").addTexts("two vans").build());

    int dimensions = (int) answer.getEmbeddings().getShape(1);
    FloatBuffer values =
        answer
            .getEmbeddings()
            .getData()
            .asReadOnlyByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    assertThat(answer.getEmbeddings().getShapeList()).containsExactly(2L, (long) dimensions);
    assertThat(values.remaining()).isEqualTo(2 * dimensions);
    for (int text = 0; text < 2; text++) {
      double square = 0;
      for (int i = 0; i < dimensions; i++) {
        square += Math.pow(values.get(text * dimensions + i), 2);
      }
      assertThat(square).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void prefersWhatThePrincipleNames() {
    ScoreResponse scores =
        rewards()
            .score(
                ScoreRequest.newBuilder()
                    .setModel("relevance")
                    .setPrinciple("a story about a brave dog")
                    .addCompletions(Texts.completion("dog", "a brave dog found a friend"))
                    .addCompletions(Texts.completion("van", "trucks carry gravel to sites"))
                    .addCompletions(Texts.completion("empty", " "))
                    .build());

    assertThat(scores.getModel()).isEqualTo("relevance@1");
    assertThat(scores.getScores(0).getReward()).isGreaterThan(scores.getScores(1).getReward());
    assertThat(scores.getScores(0).getComponentsMap())
        .containsKeys("relevance", "length", "repetition");
    assertThat(scores.getScores(2).hasReward()).isFalse();
    assertThat(scores.getScores(2).getReason()).isEqualTo("the completion has no text");
  }

  @Test
  void tellsOfItsModels() {
    RewardModel model =
        rewards().getRewardModel(GetRewardModelRequest.newBuilder().setName("relevance").build());

    assertThat(model.getKind()).isEqualTo("relevance");
    assertThat(
            rewards()
                .listRewardModels(ListRewardModelsRequest.newBuilder().setPageSize(1).build())
                .getModels(0))
        .isEqualTo(model);
  }

  @Test
  void namesTheFieldAtFault() {
    assertThatThrownBy(
            () -> rewards().score(ScoreRequest.newBuilder().setModel("relevance").build()))
        .hasMessageStartingWith("INVALID_ARGUMENT: completions");
  }

  private static RewardServiceBlockingStub rewards() {
    return RewardServiceGrpc.newBlockingStub(DOORS.channel());
  }
}
