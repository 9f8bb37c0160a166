package io.plumbline.reward.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.CreateHeadTrainingRequest;
import io.plumbline.api.v1alpha1.EmbedRequest;
import io.plumbline.api.v1alpha1.GetRewardModelRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.HeadTrainingSpec;
import io.plumbline.api.v1alpha1.ListRewardModelsRequest;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.RewardLoss;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.SetAliasRequest;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.reward.RewardServiceTestBase;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HeadTrainingTest extends RewardServiceTestBase {

  @Test
  void trainsPublishesAndScoresWithAHead() {
    HeadTraining created = trainings().createHeadTraining(aboutDogs("train", "dogs"));
    List<RunEvent> events = watch(created.getStatus().getId(), 0);

    assertThat(events)
        .extracting(RunEvent::getPosition)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    assertThat(events.get(0).getState()).isEqualTo(RunState.RUN_STATE_QUEUED);
    assertThat(events.get(events.size() - 1).getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    HeadTraining ended = get(created);
    assertThat(ended.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
    RewardModel model = ended.getModel();
    assertThat(model.getKind()).isEqualTo("bradley-terry-head");
    assertThat(model.getVersion()).isEqualTo(1);
    assertThat(model.getAliasesList()).containsExactly("latest");
    // 12 pairs of 6 prompts; a third of the prompts, 2, are held out with their 4 pairs
    assertThat(model.getMetricsMap())
        .containsEntry("training_pairs", 8.0)
        .containsEntry("held_out_pairs", 4.0)
        .containsEntry("accuracy", 1.0)
        .containsKeys("expected_calibration_error", "log_loss", "temperature");
    ScoreResponse scores = score("dogs");
    assertThat(scores.getModel()).isEqualTo("dogs@1");
    assertThat(scores.getModelDigest()).isEqualTo(model.getDigest());
    // All held-out pairs are right, which determines no temperature.
    assertThat(scores.hasTemperature()).isFalse();
    assertThat(scores.getScores(0).getReward()).isGreaterThan(scores.getScores(1).getReward());
  }

  @Test
  void scoresPostedEmbeddingsAsTheirTexts() {
    watch(trainings().createHeadTraining(aboutDogs("both", "both")).getStatus().getId(), 0);
    ScoreResponse texts = score("both");
    Tensor embeddings =
        rewards()
            .embed(
                EmbedRequest.newBuilder()
                    .addTexts("There was a brave little dog in the garden")
                    .addTexts("There was a brave little van in the garage")
                    .build())
            .getEmbeddings();

    ScoreResponse posted = rewards().score(posted("both", embeddings));

    assertThat(posted.getScores(0).getReward()).isEqualTo(texts.getScores(0).getReward());
    assertThat(posted.getScores(1).getReward()).isEqualTo(texts.getScores(1).getReward());
    // All zeros: as many numbers as the head reads, but no direction.
    assertThatThrownBy(
            () ->
                rewards()
                    .score(
                        posted(
                            "both",
                            embeddings.toBuilder()
                                .setData(ByteString.copyFrom(new byte[2 * 384 * 4]))
                                .build())))
        .hasMessageContaining("embeddings[0] has the length 0.0: both@1 reads vectors of unit");
  }

  @Test
  void runsOneTrainingPerRequestId() {
    HeadTraining first = trainings().createHeadTraining(aboutDogs("same", "once"));
    HeadTraining second = trainings().createHeadTraining(aboutDogs("same", "once"));
    watch(first.getStatus().getId(), 0);

    assertThat(second.getStatus().getId()).isEqualTo(first.getStatus().getId());
    assertThat(
            trainings().listHeadTrainings(ListRunsRequest.getDefaultInstance()).getTrainingsList())
        .filteredOn(training -> training.getStatus().getRequestId().equals("same"))
        .hasSize(1);
    assertThatThrownBy(() -> trainings().createHeadTraining(aboutDogs("same", "another")))
        .hasMessageContaining("FAILED_PRECONDITION: request_id \"same\" came with another spec");
  }

  @Test
  void switchesAliasesBetweenVersions() {
    watch(trainings().createHeadTraining(aboutDogs("v1", "aliased")).getStatus().getId(), 0);
    watch(
        trainings()
            .createHeadTraining(
                aboutDogs("v2", "aliased").toBuilder()
                    .setSpec(aboutDogs("v2", "aliased").getSpec().toBuilder().setRidge(0.5))
                    .build())
            .getStatus()
            .getId(),
        0);
    assertThat(score("aliased").getModel()).isEqualTo("aliased@2");

    RewardModel production =
        rewards()
            .setAlias(
                SetAliasRequest.newBuilder()
                    .setName("aliased")
                    .setVersion(1)
                    .setAlias("production")
                    .build());

    assertThat(production.getAliasesList()).containsExactly("production");
    assertThat(score("aliased@production").getModel()).isEqualTo("aliased@1");
    rewards()
        .setAlias(
            SetAliasRequest.newBuilder()
                .setName("aliased")
                .setVersion(2)
                .setAlias("production")
                .build());
    assertThat(score("aliased@production").getModel()).isEqualTo("aliased@2");
    // A smaller ridge lets the rewards spread further.
    assertThat(spread("aliased@1")).isGreaterThan(spread("aliased@2"));
    assertThatThrownBy(
            () ->
                rewards()
                    .setAlias(
                        SetAliasRequest.newBuilder()
                            .setName("aliased")
                            .setVersion(9)
                            .setAlias("production")
                            .build()))
        .hasMessageContaining("NOT_FOUND: there is no reward model \"aliased@9\"");
  }

  @Test
  void givesTheSignOfADirectRewardAMeaning() {
    HeadTrainingSpec.Builder spec =
        aboutDogs("direct", "direct").getSpec().toBuilder()
            .setLoss(RewardLoss.REWARD_LOSS_DIRECT_REWARD);
    watch(
        trainings()
            .createHeadTraining(
                CreateHeadTrainingRequest.newBuilder().setRequestId("direct").setSpec(spec).build())
            .getStatus()
            .getId(),
        0);

    ScoreResponse scores = score("direct");

    assertThat(scores.getScores(0).getReward()).isPositive();
    assertThat(scores.getScores(1).getReward()).isNegative();
  }

  @Test
  void resumesAWatchAfterAPosition() {
    String id = trainings().createHeadTraining(aboutDogs("watch", "watched")).getStatus().getId();
    List<RunEvent> all = watch(id, 0);

    assertThat(watch(id, 2)).isEqualTo(all.subList(2, all.size()));
  }

  @Test
  void leavesAnEndedTrainingAsItIsWhenCancelled() {
    HeadTraining created = trainings().createHeadTraining(aboutDogs("late", "late"));
    watch(created.getStatus().getId(), 0);

    HeadTraining cancelled =
        trainings()
            .cancelHeadTraining(
                CancelRunRequest.newBuilder().setId(created.getStatus().getId()).build());

    assertThat(cancelled.getStatus().getState()).isEqualTo(RunState.RUN_STATE_SUCCEEDED);
  }

  @Test
  void listsModelsPageByPage() {
    watch(trainings().createHeadTraining(aboutDogs("page1", "page-a")).getStatus().getId(), 0);
    watch(trainings().createHeadTraining(aboutDogs("page2", "page-b")).getStatus().getId(), 0);

    String token = "";
    List<String> names = new ArrayList<>();
    do {
      var page =
          rewards()
              .listRewardModels(
                  ListRewardModelsRequest.newBuilder().setPageSize(1).setPageToken(token).build());
      page.getModelsList().forEach(model -> names.add(model.getName()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(names).startsWith("relevance").contains("page-a", "page-b");
    assertThat(names).filteredOn("page-a"::equals).hasSize(1);
  }

  @Test
  void namesTheFieldOfABadSpec() {
    CreateHeadTrainingRequest good = aboutDogs("bad", "bad");
    assertRefused(good.toBuilder().setRequestId("").build(), "request_id has 0 characters");
    assertRefused(with(good.getSpec().toBuilder().setName("")), "spec.name is \"\"");
    assertRefused(
        with(good.getSpec().toBuilder().setName("relevance")), "a built-in model: choose another");
    assertRefused(with(good.getSpec().toBuilder().clearPairs()), "spec.pairs has 0 pairs: give 8");
    assertRefused(with(good.getSpec().toBuilder().setRidge(-1)), "spec.ridge is -1.0");
    assertRefused(
        with(good.getSpec().toBuilder().setHeldOutShare(0.7)), "spec.held_out_share is 0.7");
    assertRefused(
        with(good.getSpec().toBuilder().setEncoder("bert")), "there is no encoder \"bert\"");
    assertRefused(
        with(good.getSpec().toBuilder().setLoss(RewardLoss.REWARD_LOSS_SCALED)),
        "spec.pairs[0].margin is absent");
    assertRefused(
        with(good.getSpec().toBuilder().setLabelSmoothing(0.5)), "spec.label_smoothing is 0.5");
    assertRefused(
        with(
            good.getSpec().toBuilder()
                .setPairs(3, good.getSpec().getPairs(3).toBuilder().clearRejected())),
        "spec.pairs[3].rejected has no text");
  }

  @Test
  void doesNotFindATrainingThatIsNotThere() {
    String id = UUID.nameUUIDFromBytes(new byte[] {1}).toString();

    assertThatThrownBy(
            () -> trainings().getHeadTraining(GetRunRequest.newBuilder().setId(id).build()))
        .hasMessageContaining("NOT_FOUND: there is no head training");
    assertThatThrownBy(() -> watch(id, 0)).hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(
            () -> trainings().getHeadTraining(GetRunRequest.newBuilder().setId("x").build()))
        .hasMessageContaining("INVALID_ARGUMENT: id is \"x\"");
    assertThatThrownBy(
            () ->
                rewards()
                    .getRewardModel(GetRewardModelRequest.newBuilder().setName("dogs@x y").build()))
        .hasMessageContaining("INVALID_ARGUMENT");
  }

  private void assertRefused(CreateHeadTrainingRequest request, String message) {
    assertThatThrownBy(() -> trainings().createHeadTraining(request))
        .hasMessageContaining("INVALID_ARGUMENT")
        .hasMessageContaining(message);
  }

  private static CreateHeadTrainingRequest with(HeadTrainingSpec.Builder spec) {
    return CreateHeadTrainingRequest.newBuilder().setRequestId("bad").setSpec(spec).build();
  }

  private HeadTraining get(HeadTraining training) {
    return trainings()
        .getHeadTraining(GetRunRequest.newBuilder().setId(training.getStatus().getId()).build());
  }

  private ScoreResponse score(String model) {
    return rewards()
        .score(
            ScoreRequest.newBuilder()
                .setModel(model)
                .addCompletions(completion("dog", "There was a brave little dog in the garden"))
                .addCompletions(completion("van", "There was a brave little van in the garage"))
                .build());
  }

  private static ScoreRequest posted(String model, Tensor embeddings) {
    return ScoreRequest.newBuilder()
        .setModel(model)
        .addCompletions(Completion.newBuilder().setId("dog"))
        .addCompletions(Completion.newBuilder().setId("van"))
        .setEmbeddings(embeddings)
        .build();
  }

  private double spread(String model) {
    ScoreResponse scores = score(model);
    return scores.getScores(0).getReward() - scores.getScores(1).getReward();
  }
}
