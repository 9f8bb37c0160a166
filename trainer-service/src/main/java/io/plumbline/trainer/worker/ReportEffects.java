package io.plumbline.trainer.worker;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.DataSetRow;
import io.plumbline.api.v1alpha1.Metrics;
import io.plumbline.api.v1alpha1.OutputRows;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.trainer.dataset.DataSets;
import io.plumbline.trainer.fault.Fault;
import io.plumbline.trainer.fault.Violations;
import io.plumbline.trainer.run.StoredRun;
import io.plumbline.trainer.training.StoredTraining;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What each kind of report does to its run, in the transaction that is under way. */
@ApplicationScoped
class ReportEffects {
  private final DataSets dataSets;
  private final TaskCompletion completion;
  private final Attempts attempts;

  @Inject
  ReportEffects(DataSets dataSets, TaskCompletion completion, Attempts attempts) {
    this.dataSets = requireNonNull(dataSets, "dataSets is null");
    this.completion = requireNonNull(completion, "completion is null");
    this.attempts = requireNonNull(attempts, "attempts is null");
  }

  Uni<Void> apply(
      StoredRun run, StoredTraining training, StoredAttempt attempt, WorkerReport report) {
    Instant now = Instant.now();
    switch (report.getBodyCase()) {
      case PROGRESS -> run.progress(report.getProgress(), now);
      case METRICS -> metrics(run, training, report.getMetrics(), now);
      case ROWS -> {
        return rows(training, report.getRows());
      }
      case CHECKPOINT ->
          run.say("checkpoint of step %d written".formatted(report.getCheckpoint().getStep()), now);
      case FINISHED -> {
        return finished(run, training, attempt, report);
      }
      case FAILED -> {
        attempt.state = AttemptState.DONE;
        run.fail(report.getFailed(), now);
      }
      case INTERRUPTED -> {
        return attempts.overWithin(
            run,
            attempt,
            AttemptState.INTERRUPTED,
            "interrupted: " + report.getInterrupted().getReason());
      }
      case HEARTBEAT, BODY_NOT_SET -> {
        // Being heard is all that these are for.
      }
    }
    return Uni.createFrom().voidItem();
  }

  /** A resumed worker repeats the steps since its checkpoint; they are known already. */
  private static void metrics(
      StoredRun run, StoredTraining training, Metrics measured, Instant now) {
    Metrics last = training.lastMetrics();
    boolean known =
        last != null
            && last.getPhase().equals(measured.getPhase())
            && measured.getStep() <= last.getStep();
    if (!known) {
      training.lastMetrics = measured.toByteArray();
      run.metrics(measured, now);
    }
  }

  private Uni<Void> rows(StoredTraining training, OutputRows report) {
    if (training.outputDataSetId == null) {
      throw new Fault(Code.FAILED_PRECONDITION, "rows: a train task writes no rows");
    }
    if (report.getRowsCount() == 0) {
      return Uni.createFrom().voidItem();
    }
    long first = report.getRows(0).getPosition();
    var violations = new Violations();
    for (int i = 0; i < report.getRowsCount(); i++) {
      DataSetRow row = report.getRows(i);
      violations.require(
          row.getPosition() == first + i,
          "rows[%d].position".formatted(i),
          "must be %d; rows come in order".formatted(first + i));
    }
    violations.raise();
    return dataSets
        .appendWithin(training.outputDataSetId, first, report.getRowsList())
        .replaceWithVoid();
  }

  private Uni<Void> finished(
      StoredRun run, StoredTraining training, StoredAttempt attempt, WorkerReport report) {
    Instant now = Instant.now();
    attempt.state = AttemptState.DONE;
    if (training.outputDataSetId == null) {
      String checkpoint = report.getFinished().getCheckpoint().getReference();
      if (checkpoint.isEmpty()) {
        run.fail(
            new Fault(Code.DATA_LOSS, "the worker finished without a checkpoint; see its log")
                .status(),
            now);
        return Uni.createFrom().voidItem();
      }
      training.checkpoint = checkpoint;
      run.succeed(now);
      return Uni.createFrom().voidItem();
    }
    return completion
        .requireWhole(run.id)
        .invoke(() -> run.succeed(now))
        .onFailure(Fault.class)
        .recoverWithUni(
            failure -> {
              run.fail(((Fault) failure).status(), now);
              return Uni.createFrom().voidItem();
            });
  }
}
