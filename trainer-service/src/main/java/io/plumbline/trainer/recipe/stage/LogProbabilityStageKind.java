package io.plumbline.trainer.recipe.stage;

import io.plumbline.api.v1alpha1.LogProbabilityStage;
import io.plumbline.api.v1alpha1.LogProbabilityTask;
import io.plumbline.api.v1alpha1.ModelReference;
import io.plumbline.api.v1alpha1.ScoredCompletion;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Lets a worker measure how probable completions are under a model. */
@ApplicationScoped
class LogProbabilityStageKind implements StageKind {
  private final TrainingChild child;
  private final StageData data;

  @Inject
  LogProbabilityStageKind(TrainingChild child, StageData data) {
    this.child = child;
    this.data = data;
  }

  @Override
  public Stage.KindCase kind() {
    return Stage.KindCase.LOG_PROBABILITY;
  }

  @Override
  public Uni<StageOutcome> run(StageRun run) {
    LogProbabilityStage stage = run.stage().getLogProbability();
    String model = run.model(stage.getModel());
    var task =
        LogProbabilityTask.newBuilder()
            .setModel(ModelReference.newBuilder().setReference(model))
            .setDataSetId(run.dataSetOf(stage.getCompletions()));
    var spec = TrainingSpec.newBuilder().setName(run.title()).setLogProbability(task).build();
    return child
        .run(run, spec)
        .call(ended -> run.remember(outcome -> outcome.setDataSetId(ended.getOutputDataSetId())))
        .flatMap(ended -> data.completions(ended.getOutputDataSetId()))
        .map(completions -> run.finish(outcome -> summarize(outcome, completions, model)));
  }

  private static StageOutcome.Builder summarize(
      StageOutcome.Builder outcome, List<ScoredCompletion> completions, String model) {
    DoubleSummaryStatistics sums =
        completions.stream()
            .filter(completion -> completion.containsLogProbabilities(model))
            .mapToDouble(completion -> completion.getLogProbabilitiesOrThrow(model))
            .summaryStatistics();
    outcome.putMetrics("completions", completions.size());
    outcome.putMetrics("measured", sums.getCount());
    if (sums.getCount() > 0) {
      outcome.putMetrics("mean_log_probability", sums.getAverage());
    }
    return outcome;
  }

  @Override
  public Uni<Void> cancel(StageOutcome outcome) {
    return child.cancel(outcome);
  }
}
