package io.plumbline.trainer.worker;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.plumbline.trainer.dataset.DataSets;
import io.plumbline.trainer.dataset.StoredDataSet;
import io.plumbline.trainer.fault.Fault;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.Runs;
import io.plumbline.trainer.store.Transactions;
import io.plumbline.trainer.training.StoredTraining;
import io.plumbline.trainer.training.TaskInput;
import io.plumbline.trainer.training.TrainingRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Closes what a finished task wrote, once it is seen to be whole. */
@ApplicationScoped
class TaskCompletion {
  private final Transactions transactions;
  private final Runs runs;
  private final TrainingRepository trainings;
  private final DataSets dataSets;

  @Inject
  TaskCompletion(
      Transactions transactions, Runs runs, TrainingRepository trainings, DataSets dataSets) {
    this.transactions = requireNonNull(transactions, "transactions is null");
    this.runs = requireNonNull(runs, "runs is null");
    this.trainings = requireNonNull(trainings, "trainings is null");
    this.dataSets = requireNonNull(dataSets, "dataSets is null");
  }

  /** Leaves an incomplete output open; {@link #requireWhole} then says what is missing. */
  Uni<Void> prepare(String runId) {
    return transactions
        .run(() -> output(runId))
        .flatMap(
            output ->
                output == null || output.missing() != 0
                    ? Uni.createFrom().voidItem()
                    : dataSets.complete(output.dataSet().id).replaceWithVoid());
  }

  /** In the transaction that is under way; throws DATA_LOSS when rows are missing. */
  Uni<Void> requireWhole(String runId) {
    return output(runId)
        .invoke(
            output -> {
              if (output != null && output.missing() != 0) {
                throw new Fault(
                    Code.DATA_LOSS,
                    "the worker finished with %d of %d rows; its log says why"
                        .formatted(output.dataSet().rowCount, output.expectedRows()));
              }
            })
        .replaceWithVoid();
  }

  private Uni<Output> output(String runId) {
    return runs.getWithin(RunKind.TRAINING, runId)
        .flatMap(
            run ->
                trainings
                    .findById(runId)
                    .flatMap(
                        training ->
                            training.outputDataSetId == null
                                ? Uni.createFrom().nullItem()
                                : output(StoredTraining.specOf(run), training)));
  }

  private Uni<Output> output(TrainingSpec spec, StoredTraining training) {
    return dataSets
        .getWithin(TaskInput.dataSetOf(spec))
        .flatMap(
            input ->
                dataSets
                    .getWithin(training.outputDataSetId)
                    .map(output -> new Output(output, expectedRows(spec, input))));
  }

  private static long expectedRows(TrainingSpec spec, StoredDataSet input) {
    return spec.hasSample()
        ? input.rowCount * spec.getSample().getSampling().getCompletionsPerPrompt()
        : input.rowCount;
  }

  private record Output(StoredDataSet dataSet, long expectedRows) {
    long missing() {
      return expectedRows - dataSet.rowCount;
    }
  }
}
