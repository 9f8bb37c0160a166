package io.plumbline.blackbox.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateHeadTrainingRequest;
import io.plumbline.api.v1alpha1.GetRewardModelRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.HeadTrainingServiceGrpc;
import io.plumbline.api.v1alpha1.HeadTrainingServiceGrpc.HeadTrainingServiceBlockingStub;
import io.plumbline.api.v1alpha1.HeadTrainingSpec;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.PreferencePair;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.RewardServiceGrpc;
import io.plumbline.api.v1alpha1.RewardServiceGrpc.RewardServiceBlockingStub;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.SetAliasRequest;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.blackbox.door.Doors;
import io.plumbline.blackbox.door.Runs;
import io.plumbline.blackbox.door.Service;
import io.plumbline.blackbox.door.Texts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeadTrainingTest {
  private static final Doors DOORS = Doors.of(Service.REWARD);

  @Test
  void trainsPublishesAndScoresWithAHead() throws Exception {
    String name = "dogs-" + UUID.randomUUID();
    HeadTraining ended = finished(create(name));

    assertThat(ended.getStatus().getState())
        .as(ended.getStatus().getError().getMessage())
        .isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(ended.getModel().getKind()).isEqualTo("bradley-terry-head");
    assertThat(ended.getModel().getVersion()).isEqualTo(1);
    ScoreResponse scores =
        rewards()
            .score(
                ScoreRequest.newBuilder()
                    .setModel(name)
                    .addCompletions(Texts.completion("dog", "a brave dog in the garden"))
                    .addCompletions(Texts.completion("van", "a brave van in the garden"))
                    .build());
    assertThat(scores.getModel()).isEqualTo(name + "@1");
    assertThat(scores.getScores(0).getReward()).isGreaterThan(scores.getScores(1).getReward());

    RewardModel aliased =
        rewards()
            .setAlias(
                SetAliasRequest.newBuilder()
                    .setName(name)
                    .setVersion(1)
                    .setAlias("production")
                    .build());
    assertThat(aliased.getAliasesList()).contains("production");

    var staged =
        DOORS.put("/v1alpha1/reward-models/%s/aliases/staging".formatted(name), "{\"version\": 1}");
    assertThat(staged.statusCode()).as(staged.body()).isEqualTo(200);
    assertThat(
            rewards()
                .getRewardModel(
                    GetRewardModelRequest.newBuilder().setName(name + "@staging").build())
                .getAliasesList())
        .contains("production", "staging");
  }

  @Test
  void goesOnWithEventsFromAPosition() {
    HeadTraining ended = finished(create("watched-" + UUID.randomUUID()));

    List<RunEvent> all = watched(ended, 0);

    assertThat(Runs.lastState(all)).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(watched(ended, 2)).isEqualTo(all.subList(2, all.size()));
  }

  @Test
  void leavesAnEndedTrainingAsItIsWhenCancelled() {
    HeadTraining ended = finished(create("late-" + UUID.randomUUID()));

    assertThat(
            trainings()
                .cancelHeadTraining(
                    CancelRunRequest.newBuilder().setId(ended.getStatus().getId()).build())
                .getStatus()
                .getState())
        .isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    assertThat(
            trainings()
                .listHeadTrainings(ListRunsRequest.newBuilder().setPageSize(1).build())
                .getTrainingsCount())
        .isEqualTo(1);
  }

  // A thousand texts take longer to embed than the request to cancel takes to come.
  @Test
  void cancelsATraining() {
    HeadTraining training = create("never-" + UUID.randomUUID(), 500);

    HeadTraining cancelled =
        trainings()
            .cancelHeadTraining(
                CancelRunRequest.newBuilder().setId(training.getStatus().getId()).build());

    assertThat(cancelled.getStatus().getState()).isEqualTo(RunState.RUN_STATE_CANCELLED);
    assertThat(Runs.lastState(watched(training, 0))).isEqualTo(RunState.RUN_STATE_CANCELLED);
    assertThat(finished(training).hasModel()).isFalse();
  }

  private static RewardServiceBlockingStub rewards() {
    return RewardServiceGrpc.newBlockingStub(DOORS.channel());
  }

  private static HeadTrainingServiceBlockingStub trainings() {
    return HeadTrainingServiceGrpc.newBlockingStub(DOORS.channel());
  }

  // Dogs are preferred to vans, whatever else is said.
  private static HeadTraining create(String name) {
    return create(name, 12);
  }

  private static HeadTraining create(String name, int pairs) {
    var spec = HeadTrainingSpec.newBuilder().setName(name).setHeldOutShare(0.25).setSeed(1);
    List<String> places = List.of("garden", "park", "yard", "forest", "street", "house");
    for (int i = 0; i < pairs; i++) {
      String place = places.get(i % places.size()) + (i < 12 ? "" : " " + i);
      spec.addPairs(
          PreferencePair.newBuilder()
              .setId("pair" + i)
              .setPrompt(Texts.prompt("prompt" + i, "Tell a story"))
              .addChosen(Texts.part("there was a dog in the " + place))
              .addRejected(Texts.part("there was a van in the " + place)));
    }
    return trainings()
        .createHeadTraining(
            CreateHeadTrainingRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setSpec(spec)
                .build());
  }

  private static HeadTraining finished(HeadTraining training) {
    watched(training, 0);
    return trainings()
        .getHeadTraining(GetRunRequest.newBuilder().setId(training.getStatus().getId()).build());
  }

  private static List<RunEvent> watched(HeadTraining training, long after) {
    return Runs.watched(
        trainings()
            .watchHeadTraining(
                WatchRunRequest.newBuilder()
                    .setId(training.getStatus().getId())
                    .setAfterPosition(after)
                    .build()),
        after);
  }
}
