package io.plumbline.trainer.training;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.CreateTrainingRunRequest;
import io.plumbline.api.v1alpha1.DataSetKind;
import io.plumbline.api.v1alpha1.TrainingRun;
import io.plumbline.api.v1alpha1.TrainingSpec;
import io.plumbline.trainer.dataset.DataSets;
import io.plumbline.trainer.dataset.StoredDataSet;
import io.plumbline.trainer.fault.Violations;
import io.plumbline.trainer.launch.Launchers;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.Runs;
import io.plumbline.trainer.run.StoredRun;
import io.plumbline.trainer.store.Page;
import io.plumbline.trainer.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Creates, finds and cancels training runs. */
@ApplicationScoped
public class TrainingRuns {
  private final Transactions transactions;
  private final Runs runs;
  private final TrainingRepository trainings;
  private final DataSets dataSets;
  private final Launchers launchers;

  @Inject
  TrainingRuns(
      Transactions transactions,
      Runs runs,
      TrainingRepository trainings,
      DataSets dataSets,
      Launchers launchers) {
    this.transactions = requireNonNull(transactions, "transactions is null");
    this.runs = requireNonNull(runs, "runs is null");
    this.trainings = requireNonNull(trainings, "trainings is null");
    this.dataSets = requireNonNull(dataSets, "dataSets is null");
    this.launchers = requireNonNull(launchers, "launchers is null");
  }

  /** Queues a run, or returns the one that has this request id. */
  public Uni<TrainingRun> create(CreateTrainingRunRequest request) {
    TrainingValidation.check(request, launchers.names());
    TrainingSpec spec = request.getSpec();
    return dataSets
        .get(TaskInput.dataSetOf(spec))
        .invoke(input -> checkInput(input, spec))
        .flatMap(
            input ->
                runs.create(
                    RunKind.TRAINING,
                    request.getRequestId(),
                    spec.toByteArray(),
                    stored -> StoredTraining.specOf(stored).equals(spec),
                    run -> persistTraining(run, spec)))
        .flatMap(run -> get(run.id));
  }

  private static void checkInput(StoredDataSet input, TrainingSpec spec) {
    var violations = new Violations();
    DataSetKind expected = TaskInput.kindOf(spec);
    violations.require(
        input.kind == expected,
        "data_set_id",
        "data set %s is %s; this task reads %s".formatted(input.id, input.kind, expected));
    violations.require(
        input.isComplete(), "data_set_id", "data set " + input.id + " is not complete yet");
    violations.require(input.rowCount > 0, "data_set_id", "data set " + input.id + " is empty");
    violations.raise();
  }

  private Uni<Void> persistTraining(StoredRun run, TrainingSpec spec) {
    var training = new StoredTraining();
    training.id = run.id;
    if (spec.hasTrain()) {
      return trainings.persist(training).replaceWithVoid();
    }
    return dataSets
        .openWithin(
            "training-run:" + run.id,
            spec.getName().isEmpty() ? run.id : spec.getName(),
            DataSetKind.DATA_SET_KIND_COMPLETIONS)
        .invoke(output -> training.outputDataSetId = output.id)
        .flatMap(output -> trainings.persistAndFlush(training))
        .replaceWithVoid();
  }

  /** Throws NOT_FOUND. */
  public Uni<TrainingRun> get(String id) {
    return transactions.run(
        () ->
            runs.getWithin(RunKind.TRAINING, id)
                .flatMap(run -> trainings.findById(id).map(found -> found.toMessage(run))));
  }

  public Uni<Page<TrainingRun>> list(int pageSize, String token) {
    return runs.list(RunKind.TRAINING, pageSize, token).flatMap(this::describe);
  }

  private Uni<Page<TrainingRun>> describe(Page<StoredRun> page) {
    List<String> ids = page.map(run -> run.id);
    if (ids.isEmpty()) {
      return Uni.createFrom().item(new Page<>(List.of(), ""));
    }
    return transactions
        .run(() -> trainings.find("id in ?1", ids).list())
        .map(
            found -> {
              Map<String, StoredTraining> byId =
                  found.stream()
                      .collect(Collectors.toMap(training -> training.id, Function.identity()));
              return new Page<>(page.map(run -> byId.get(run.id).toMessage(run)), page.nextToken());
            });
  }

  /** Asks the worker to stop; a run that no worker has begun is cancelled at once. */
  public Uni<TrainingRun> cancel(String id) {
    return runs.requestCancel(RunKind.TRAINING, id)
        .flatMap(
            asked ->
                runs.change(
                    RunKind.TRAINING,
                    id,
                    run ->
                        trainings
                            .findById(id)
                            .invoke(
                                training -> {
                                  if (!run.isEnded() && training.attempts == 0) {
                                    run.cancelled(Instant.now());
                                  }
                                })))
        .flatMap(ignored -> get(id));
  }
}
