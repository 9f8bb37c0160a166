package io.plumbline.blackbox.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.CreateHeadTrainingRequest;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.HeadTrainingServiceGrpc;
import io.plumbline.api.v1alpha1.HeadTrainingServiceGrpc.HeadTrainingServiceBlockingStub;
import io.plumbline.api.v1alpha1.HeadTrainingSpec;
import io.plumbline.api.v1alpha1.PreferencePair;
import io.plumbline.api.v1alpha1.RewardServiceGrpc;
import io.plumbline.api.v1alpha1.RewardServiceGrpc.RewardServiceBlockingStub;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Runs;
import io.plumbline.blackbox.door.Service;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Every pair is (1, 0, 0) preferred to (0, 1, 0): with the ridge sigmoid(-2) the optimum of log(1 +
 * exp(-w·d)) + ½ ridge ‖w‖², d = (1, -1, 0), is w = (1, -1, 0).
 */
class PostedEmbeddingsTest {
  private static final Doors DOORS = Doors.of(Service.REWARD);
  private static final int PAIRS = 8;

  @Test
  void trainsAndScoresOnPostedEmbeddings() throws Exception {
    String name = "posted-" + UUID.randomUUID();
    HeadTraining created = create(name);
    assertThat(
            Runs.lastState(
                Runs.watched(
                    trainings()
                        .watchHeadTraining(
                            WatchRunRequest.newBuilder()
                                .setId(created.getStatus().getId())
                                .build()),
                    0)))
        .isEqualTo(RunState.RUN_STATE_SUCCEEDED);

    ScoreResponse scores =
        rewards()
            .score(
                ScoreRequest.newBuilder()
                    .setModel(name)
                    .addCompletions(Completion.newBuilder().setId("a"))
                    .setEmbeddings(tensor(1, 2, 0.5f, 7))
                    .build());
    HttpResponse<String> rest =
        DOORS.post(
            "/v1alpha1/score",
            "{\"model\": \"%s\", \"completions\": [{\"id\": \"a\", \"embedding\": [2, 0.5, 7]}]}"
                .formatted(name));

    // (2, 0.5, 7) · (1, -1, 0)
    assertThat(scores.getScores(0).getReward()).isCloseTo(1.5, within(1e-6));
    JsonNode answer = new ObjectMapper().readTree(rest.body());
    assertThat(answer.at("/scores/0/reward").asDouble()).isCloseTo(1.5, within(1e-6));
    assertThatThrownBy(
            () ->
                rewards()
                    .score(
                        ScoreRequest.newBuilder()
                            .setModel(name)
                            .addCompletions(Completion.newBuilder().setId("a"))
                            .setEmbeddings(tensor(1, 2, 0.5f))
                            .build()))
        .hasMessageContaining("INVALID_ARGUMENT: embeddings[0] has 2 numbers");
  }

  private static HeadTraining create(String name) {
    HeadTrainingSpec.Builder spec =
        HeadTrainingSpec.newBuilder()
            .setName(name)
            .setEncoder("the client's")
            .setRidge(1 / (1 + Math.exp(2)))
            .setChosenEmbeddings(tensor(PAIRS, 1, 0, 0))
            .setRejectedEmbeddings(tensor(PAIRS, 0, 1, 0));
    for (int pair = 0; pair < PAIRS; pair++) {
      spec.addPairs(PreferencePair.getDefaultInstance());
    }
    return trainings()
        .createHeadTraining(
            CreateHeadTrainingRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setSpec(spec)
                .build());
  }

  // The same row many times.
  private static Tensor tensor(int rows, float... row) {
    ByteBuffer data =
        ByteBuffer.allocate(rows * row.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rows; i++) {
      for (float value : row) {
        data.putFloat(value);
      }
    }
    return Tensor.newBuilder()
        .setDataType(Tensor.DataType.DATA_TYPE_FLOAT32)
        .addShape(rows)
        .addShape(row.length)
        .setData(ByteString.copyFrom(data.array()))
        .build();
  }

  private static RewardServiceBlockingStub rewards() {
    return RewardServiceGrpc.newBlockingStub(DOORS.channel());
  }

  private static HeadTrainingServiceBlockingStub trainings() {
    return HeadTrainingServiceGrpc.newBlockingStub(DOORS.channel());
  }
}
