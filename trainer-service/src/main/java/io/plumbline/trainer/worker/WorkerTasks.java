package io.plumbline.trainer.worker;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.plumbline.api.v1alpha1.WorkerIdentity;
import io.plumbline.api.v1alpha1.WorkerTask;
import io.plumbline.trainer.dataset.DataSets;
import io.plumbline.trainer.launch.WorkerHome;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.Runs;
import io.plumbline.trainer.run.StoredRun;
import io.plumbline.trainer.store.Transactions;
import io.plumbline.trainer.training.StoredTraining;
import io.plumbline.trainer.training.TaskInput;
import io.plumbline.trainer.training.TrainingRepository;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What a worker asks for: its task, and the rows that the task reads. */
@ApplicationScoped
public class WorkerTasks {
  private final Transactions transactions;
  private final Runs runs;
  private final TrainingRepository trainings;
  private final AttemptRepository attempts;
  private final DataSets dataSets;
  private final WorkerHome home;

  @Inject
  WorkerTasks(
      Transactions transactions,
      Runs runs,
      TrainingRepository trainings,
      AttemptRepository attempts,
      DataSets dataSets,
      WorkerHome home) {
    this.transactions = requireNonNull(transactions, "transactions is null");
    this.runs = requireNonNull(runs, "runs is null");
    this.trainings = requireNonNull(trainings, "trainings is null");
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.dataSets = requireNonNull(dataSets, "dataSets is null");
    this.home = requireNonNull(home, "home is null");
  }

  /** Throws PERMISSION_DENIED when the token is not that of the run's newest attempt. */
  public Uni<WorkerTask> get(WorkerIdentity worker) {
    return runs.change(
        RunKind.TRAINING,
        worker.getRunId(),
        run ->
            attempts
                .newest(run.id)
                .invoke(attempt -> Authentication.check(worker, attempt))
                .invoke(attempt -> attempt.lastReport = Instant.now())
                .flatMap(attempt -> task(run, attempt)));
  }

  private Uni<WorkerTask> task(StoredRun run, StoredAttempt attempt) {
    var task =
        WorkerTask.newBuilder()
            .setSpec(StoredTraining.specOf(run))
            .setCheckpointDirectory(home.checkpoints(run.id).toString())
            .setAttempt(attempt.key.number());
    return trainings
        .findById(run.id)
        .flatMap(
            training ->
                training.outputDataSetId == null
                    ? Uni.createFrom().item(task.build())
                    : dataSets
                        .getWithin(training.outputDataSetId)
                        .map(output -> task.setStoredOutputRows(output.rowCount).build()));
  }

  /** The rows of the task's data set after a position. */
  public Multi<DataSetRow> rows(WorkerIdentity worker, long afterPosition) {
    return transactions
        .run(
            () ->
                attempts
                    .newest(worker.getRunId())
                    .invoke(attempt -> Authentication.check(worker, attempt))
                    .flatMap(attempt -> runs.getWithin(RunKind.TRAINING, worker.getRunId())))
        .onItem()
        .transformToMulti(
            run -> {
              TrainingSpec spec = StoredTraining.specOf(run);
              return dataSets.read(TaskInput.dataSetOf(spec), afterPosition);
            });
  }
}
