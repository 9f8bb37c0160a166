package io.plumbline.trainer.recipe.stage;

import io.plumbline.api.v1alpha1.ModelReference;
import io.plumbline.api.v1alpha1.SampleStage;
import io.plumbline.api.v1alpha1.SampleTask;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets a worker sample completions. */
@ApplicationScoped
class SampleStageKind implements StageKind {
  private final TrainingChild child;
  private final StageData data;

  @Inject
  SampleStageKind(TrainingChild child, StageData data) {
    this.child = child;
    this.data = data;
  }

  @Override
  public Stage.KindCase kind() {
    return Stage.KindCase.SAMPLE;
  }

  @Override
  public Uni<StageOutcome> run(StageRun run) {
    SampleStage stage = run.stage().getSample();
    var task =
        SampleTask.newBuilder()
            .setModel(ModelReference.newBuilder().setReference(run.model(stage.getModel())))
            .setDataSetId(run.dataSetOf(stage.getPrompts()))
            .setSampling(stage.getSampling());
    return child
        .run(run, TrainingSpec.newBuilder().setName(run.title()).setSample(task).build())
        .flatMap(ended -> data.dataSets().get(ended.getOutputDataSetId()))
        .map(
            output ->
                run.finish(
                    outcome ->
                        outcome
                            .setDataSetId(output.id)
                            .putMetrics("completions", output.rowCount)));
  }

  @Override
  public Uni<Void> cancel(StageOutcome outcome) {
    return child.cancel(outcome);
  }
}
