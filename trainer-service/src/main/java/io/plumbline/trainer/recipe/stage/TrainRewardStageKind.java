package io.plumbline.trainer.recipe.stage;

import io.plumbline.api.v1alpha1.CreateHeadTrainingRequest;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.HeadTrainingSpec;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.SetAliasRequest;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.api.v1alpha1.TrainRewardStage;
import io.plumbline.trainer.upstream.RewardClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Lets reward-service train a head on pairs and publish it. */
@ApplicationScoped
class TrainRewardStageKind implements StageKind {
  private final StageData data;
  private final RewardClient rewards;

  @Inject
  TrainRewardStageKind(StageData data, RewardClient rewards) {
    this.data = data;
    this.rewards = rewards;
  }

  @Override
  public Stage.KindCase kind() {
    return Stage.KindCase.TRAIN_REWARD;
  }

  @Override
  public Uni<StageOutcome> run(StageRun run) {
    TrainRewardStage stage = run.stage().getTrainReward();
    return data.rows(run.dataSetOf(stage.getPairs()))
        .flatMap(rows -> rewards.createHeadTraining(request(run, stage, rows)))
        .map(created -> created.getStatus().getId())
        .call(id -> run.follow(rewards.watchHeadTraining(id, run.childPosition())))
        .flatMap(rewards::getHeadTraining)
        .invoke(
            ended -> ChildEnd.requireSuccess("reward-service's head training", ended.getStatus()))
        .map(HeadTraining::getModel)
        .call(model -> publish(stage, model))
        .map(
            model ->
                run.finish(
                    outcome ->
                        outcome
                            .setRewardModel(model.getName() + "@" + model.getVersion())
                            .putAllMetrics(model.getMetricsMap())));
  }

  private static CreateHeadTrainingRequest request(
      StageRun run, TrainRewardStage stage, List<DataSetRow> rows) {
    var spec =
        HeadTrainingSpec.newBuilder()
            .setName(stage.getName())
            .setRidge(stage.getRidge())
            .setHeldOutShare(stage.getHeldOutShare())
            .setSeed(stage.getSeed());
    rows.forEach(row -> spec.addPairs(row.getPair()));
    return CreateHeadTrainingRequest.newBuilder()
        .setRequestId(run.requestId())
        .setSpec(spec)
        .build();
  }

  private Uni<Void> publish(TrainRewardStage stage, RewardModel model) {
    return stage.getAlias().isEmpty()
        ? Uni.createFrom().voidItem()
        : rewards
            .setAlias(
                SetAliasRequest.newBuilder()
                    .setName(model.getName())
                    .setVersion(model.getVersion())
                    .setAlias(stage.getAlias())
                    .build())
            .replaceWithVoid();
  }
}
