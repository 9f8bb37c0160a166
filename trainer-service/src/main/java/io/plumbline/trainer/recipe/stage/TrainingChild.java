package io.plumbline.trainer.recipe.stage;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.CreateTrainingRunRequest;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.api.v1alpha1.TrainingRun;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.RunWatch;
import io.plumbline.trainer.training.TrainingRuns;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Runs a stage's work as a training run of this service. */
@ApplicationScoped
class TrainingChild {
  private final TrainingRuns trainings;
  private final RunWatch watch;

  @Inject
  TrainingChild(TrainingRuns trainings, RunWatch watch) {
    this.trainings = requireNonNull(trainings, "trainings is null");
    this.watch = requireNonNull(watch, "watch is null");
  }

  /** The run once it has succeeded; its events are passed on meanwhile. */
  Uni<TrainingRun> run(StageRun run, TrainingSpec spec) {
    var request =
        CreateTrainingRunRequest.newBuilder().setRequestId(run.requestId()).setSpec(spec).build();
    return trainings
        .create(request)
        .map(created -> created.getStatus().getId())
        .call(id -> run.remember(outcome -> outcome.setTrainingRunId(id)))
        .call(id -> run.follow(watch.watch(RunKind.TRAINING, id, run.childPosition())))
        .flatMap(trainings::get)
        .invoke(ended -> ChildEnd.requireSuccess("training run", ended.getStatus()));
  }

  Uni<Void> cancel(StageOutcome outcome) {
    return outcome.getTrainingRunId().isEmpty()
        ? Uni.createFrom().voidItem()
        : trainings.cancel(outcome.getTrainingRunId()).replaceWithVoid();
  }
}
