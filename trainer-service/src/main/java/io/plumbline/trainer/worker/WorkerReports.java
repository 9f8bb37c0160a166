package io.plumbline.trainer.worker;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import io.plumbline.api.v1alpha1.WorkerCommand;
import io.plumbline.api.v1alpha1.WorkerReport;
import io.plumbline.trainer.fault.Fault;
import io.plumbline.trainer.fault.Violations;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.Runs;
import io.plumbline.trainer.run.StoredRun;
import io.plumbline.trainer.training.StoredTraining;
import io.plumbline.trainer.training.TrainingRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Stores each report of a worker once, by its sequence number, and answers it. */
@ApplicationScoped
public class WorkerReports {
  private final Runs runs;
  private final TrainingRepository trainings;
  private final AttemptRepository attempts;
  private final TaskCompletion completion;
  private final ReportEffects effects;

  @Inject
  WorkerReports(
      Runs runs,
      TrainingRepository trainings,
      AttemptRepository attempts,
      TaskCompletion completion,
      ReportEffects effects) {
    this.runs = requireNonNull(runs, "runs is null");
    this.trainings = requireNonNull(trainings, "trainings is null");
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.completion = requireNonNull(completion, "completion is null");
    this.effects = requireNonNull(effects, "effects is null");
  }

  /**
   * Everything up to the answer's sequence number is stored. Throws PERMISSION_DENIED when the
   * attempt is over, OUT_OF_RANGE when reports are missing before this one.
   */
  public Uni<WorkerCommand> store(WorkerReport report) {
    var violations = new Violations();
    violations.require(report.getSequence() >= 1, "sequence", "counts from 1");
    violations.raise();
    // The digest of a finished data set takes longer than a transaction should.
    Uni<Void> before =
        report.hasFinished()
            ? identify(report).flatMap(ignored -> completion.prepare(report.getWorker().getRunId()))
            : Uni.createFrom().voidItem();
    return before.flatMap(
        ignored ->
            runs.change(
                RunKind.TRAINING,
                report.getWorker().getRunId(),
                run ->
                    attempts
                        .newest(run.id)
                        .invoke(attempt -> Authentication.check(report.getWorker(), attempt))
                        .flatMap(attempt -> apply(run, attempt, report))));
  }

  private Uni<StoredAttempt> identify(WorkerReport report) {
    return runs.change(
        RunKind.TRAINING,
        report.getWorker().getRunId(),
        run ->
            attempts
                .newest(run.id)
                .invoke(attempt -> Authentication.check(report.getWorker(), attempt))
                .invoke(attempt -> attempt.lastReport = Instant.now()));
  }

  private Uni<WorkerCommand> apply(StoredRun run, StoredAttempt attempt, WorkerReport report) {
    attempt.lastReport = Instant.now();
    if (run.isEnded() || report.getSequence() <= attempt.storedSequence) {
      return Uni.createFrom().item(answer(run, attempt));
    }
    if (report.getSequence() != attempt.storedSequence + 1) {
      throw new Fault(
          Code.OUT_OF_RANGE,
          "sequence: %d came after %d; send again from %d"
              .formatted(report.getSequence(), attempt.storedSequence, attempt.storedSequence + 1));
    }
    return trainings
        .findById(run.id)
        .flatMap((StoredTraining training) -> effects.apply(run, training, attempt, report))
        .onFailure(WorkerReports::isWrong)
        .recoverWithUni(
            failure -> {
              // The worker would only send it again.
              attempt.state = AttemptState.DONE;
              run.fail(((Fault) failure).status(), Instant.now());
              return Uni.createFrom().voidItem();
            })
        .map(
            ignored -> {
              attempt.storedSequence = report.getSequence();
              return answer(run, attempt);
            });
  }

  private static boolean isWrong(Throwable failure) {
    return failure instanceof Fault fault
        && (fault.code() == Code.INVALID_ARGUMENT || fault.code() == Code.FAILED_PRECONDITION);
  }

  private static WorkerCommand answer(StoredRun run, StoredAttempt attempt) {
    return WorkerCommand.newBuilder()
        .setStoredSequence(attempt.storedSequence)
        .setCancel(run.isCancelRequested())
        .build();
  }
}
