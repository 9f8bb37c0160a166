package io.plumbline.trainer.recipe.stage;

import io.plumbline.api.v1alpha1.ModelReference;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.api.v1alpha1.TrainStage;
import io.plumbline.api.v1alpha1.TrainTask;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets a worker train a model on pairs. */
@ApplicationScoped
class TrainStageKind implements StageKind {
  private final TrainingChild child;

  @Inject
  TrainStageKind(TrainingChild child) {
    this.child = child;
  }

  @Override
  public Stage.KindCase kind() {
    return Stage.KindCase.TRAIN;
  }

  @Override
  public Uni<StageOutcome> run(StageRun run) {
    TrainStage stage = run.stage().getTrain();
    var task =
        TrainTask.newBuilder()
            .setModel(ModelReference.newBuilder().setReference(run.model(stage.getModel())))
            .setDataSetId(run.dataSetOf(stage.getPairs()))
            .setObjective(stage.getObjective())
            .setHyperParameters(stage.getHyperParameters());
    return child
        .run(run, TrainingSpec.newBuilder().setName(run.title()).setTrain(task).build())
        .map(
            ended ->
                run.finish(
                    outcome ->
                        outcome
                            .setCheckpoint(ended.getCheckpoint())
                            .putAllMetrics(ended.getLastMetrics().getValuesMap())
                            .putMetrics("steps", ended.getLastMetrics().getStep())));
  }

  @Override
  public Uni<Void> cancel(StageOutcome outcome) {
    return child.cancel(outcome);
  }
}
