package io.plumbline.trainer.recipe.stage;

import io.plumbline.api.v1alpha1.AnnotateStage;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.trainer.dataset.DataSets;
import io.plumbline.trainer.dataset.StoredDataSet;
import io.plumbline.trainer.upstream.RewardClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Lets reward-service score completions, a batch at a time; takes up after the last batch. */
@ApplicationScoped
class AnnotateStageKind implements StageKind {
  private static final int BATCH = 64;

  private final StageData data;
  private final RewardClient rewards;

  @Inject
  AnnotateStageKind(StageData data, RewardClient rewards) {
    this.data = data;
    this.rewards = rewards;
  }

  @Override
  public Stage.KindCase kind() {
    return Stage.KindCase.ANNOTATE;
  }

  @Override
  public Uni<StageOutcome> run(StageRun run) {
    AnnotateStage stage = run.stage().getAnnotate();
    DataSets dataSets = data.dataSets();
    return dataSets
        .get(run.dataSetOf(stage.getCompletions()))
        .flatMap(
            input ->
                data.output(run, DataSetKind.DATA_SET_KIND_COMPLETIONS)
                    .flatMap(
                        output ->
                            output.isComplete()
                                ? Uni.createFrom().item(output)
                                : annotate(run, stage, input, output)
                                    .chain(() -> dataSets.complete(output.id))))
        .flatMap(output -> data.completions(output.id))
        .map(completions -> run.finish(outcome -> summarize(outcome, completions)));
  }

  private Uni<Void> annotate(
      StageRun run, AnnotateStage stage, StoredDataSet input, StoredDataSet output) {
    return data.dataSets()
        .read(input.id, output.rowCount)
        .group()
        .intoLists()
        .of(BATCH)
        .onItem()
        .transformToUniAndConcatenate(batch -> annotate(run, stage, input, output, batch))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> annotate(
      StageRun run,
      AnnotateStage stage,
      StoredDataSet input,
      StoredDataSet output,
      List<DataSetRow> batch) {
    var request =
        ScoreRequest.newBuilder()
            .setModel(run.rewardModel(stage.getRewardModel()))
            .setPrinciple(stage.getPrinciple());
    batch.forEach(row -> request.addCompletions(row.getCompletion().getCompletion()));
    return rewards
        .score(request.build())
        .flatMap(
            response -> {
              ScoredBatch scored = ScoredBatch.of(batch, response, run.outcome().getRewardModel());
              return remember(run, response.getModel())
                  .chain(
                      () ->
                          data.dataSets()
                              .append(output.id, batch.get(0).getPosition(), scored.rows()))
                  .call(done -> run.progress("annotate", done, input.rowCount, "completions"))
                  .call(() -> sayWhatIsMissing(run, scored));
            })
        .replaceWithVoid();
  }

  private static Uni<Void> remember(StageRun run, String model) {
    return run.outcome().getRewardModel().equals(model)
        ? Uni.createFrom().voidItem()
        : run.remember(outcome -> outcome.setRewardModel(model));
  }

  private static Uni<Void> sayWhatIsMissing(StageRun run, ScoredBatch scored) {
    return scored.unscored().isEmpty()
        ? Uni.createFrom().voidItem()
        : run.say("without a reward: " + String.join("; ", scored.unscored()));
  }

  private static StageOutcome.Builder summarize(
      StageOutcome.Builder outcome, List<ScoredCompletion> completions) {
    String model = outcome.getRewardModel();
    DoubleSummaryStatistics rewards =
        completions.stream()
            .filter(completion -> completion.containsRewards(model))
            .mapToDouble(completion -> completion.getRewardsOrThrow(model))
            .summaryStatistics();
    outcome.putMetrics("completions", completions.size());
    outcome.putMetrics("unscored", completions.size() - rewards.getCount());
    if (rewards.getCount() > 0) {
      outcome.putMetrics("mean_reward", rewards.getAverage());
    }
    return outcome;
  }
}
