package io.plumbline.trainer.worker;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import com.google.rpc.Status;
import io.plumbline.trainer.launch.WorkerSettings;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.Runs;
import io.plumbline.trainer.run.StoredRun;
import io.plumbline.trainer.store.Transactions;
import io.plumbline.trainer.training.TrainingRepository;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Begins the attempts of runs and ends those that are lost. */
@ApplicationScoped
class Attempts {
  private final Transactions transactions;
  private final Runs runs;
  private final TrainingRepository trainings;
  private final AttemptRepository attempts;
  private final WorkerSettings settings;

  @Inject
  Attempts(
      Transactions transactions,
      Runs runs,
      TrainingRepository trainings,
      AttemptRepository attempts,
      WorkerSettings settings) {
    this.transactions = requireNonNull(transactions, "transactions is null");
    this.runs = requireNonNull(runs, "runs is null");
    this.trainings = requireNonNull(trainings, "trainings is null");
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.settings = requireNonNull(settings, "settings is null");
  }

  Uni<List<StoredAttempt>> active() {
    return transactions.run(attempts::active);
  }

  /** The newest attempt; null when there was none. */
  Uni<StoredAttempt> newest(String runId) {
    return transactions.run(() -> attempts.newest(runId));
  }

  /** Begins the next attempt; empty when the run has ended meanwhile or an attempt is active. */
  Uni<Optional<StoredAttempt>> begin(String runId, String token) {
    return runs.change(
        RunKind.TRAINING,
        runId,
        run ->
            attempts
                .newest(runId)
                .flatMap(
                    newest -> {
                      boolean active = newest != null && newest.state == AttemptState.ACTIVE;
                      return run.isEnded() || active
                          ? Uni.createFrom().item(Optional.<StoredAttempt>empty())
                          : persistNext(run, newest, token).map(Optional::of);
                    }));
  }

  private Uni<StoredAttempt> persistNext(StoredRun run, StoredAttempt newest, String token) {
    Instant now = Instant.now();
    var attempt = new StoredAttempt();
    attempt.key = new AttemptKey(run.id, newest == null ? 1 : newest.key.number() + 1);
    attempt.tokenDigest = WorkerToken.digest(token);
    attempt.state = AttemptState.ACTIVE;
    attempt.launched = now;
    run.start(now);
    run.say("worker starts, attempt " + attempt.key.number(), now);
    return trainings
        .findById(run.id)
        .invoke(training -> training.attempts = attempt.key.number())
        .flatMap(training -> attempts.persist(attempt));
  }

  /** Notes the launcher's handle. */
  Uni<Void> launched(AttemptKey key, String handle) {
    return runs.change(
        RunKind.TRAINING,
        key.runId(),
        run -> attempts.findById(key).invoke(attempt -> attempt.handle = handle).replaceWithVoid());
  }

  /** The worker of this attempt is gone: the run goes on in another attempt, or ends. */
  Uni<Void> over(AttemptKey key, AttemptState how, String detail) {
    return runs.change(
        RunKind.TRAINING,
        key.runId(),
        run ->
            attempts
                .findById(key)
                .flatMap(
                    attempt ->
                        attempt.state == AttemptState.ACTIVE
                            ? overWithin(run, attempt, how, detail)
                            : Uni.createFrom().voidItem()));
  }

  /** As {@link #over}, in the transaction that is under way. */
  Uni<Void> overWithin(StoredRun run, StoredAttempt attempt, AttemptState how, String detail) {
    attempt.state = how;
    attempt.detail = detail;
    if (run.isEnded()) {
      return Uni.createFrom().voidItem();
    }
    return attempts
        .flush()
        .chain(() -> attempts.lost(run.id))
        .invoke(lost -> decide(run, attempt, lost))
        .replaceWithVoid();
  }

  private void decide(StoredRun run, StoredAttempt attempt, long lost) {
    Instant now = Instant.now();
    if (run.isCancelRequested()) {
      run.cancelled(now);
    } else if (lost < settings.maxAttempts()) {
      run.say(
          "worker of attempt %d is over (%s); another follows"
              .formatted(attempt.key.number(), attempt.detail),
          now);
    } else {
      run.fail(
          Status.newBuilder()
              .setCode(Code.ABORTED_VALUE)
              .setMessage(
                  "the worker was lost in each of %d attempts, the last time: %s; look into its log"
                      .formatted(lost, attempt.detail))
              .build(),
          now);
    }
  }

  /** Ends a run that no attempt can help. */
  Uni<Void> fail(AttemptKey key, Status cause) {
    return runs.change(
        RunKind.TRAINING,
        key.runId(),
        run ->
            attempts
                .findById(key)
                .invoke(
                    attempt -> {
                      attempt.state = AttemptState.DONE;
                      if (!run.isEnded()) {
                        run.fail(cause, Instant.now());
                      }
                    })
                .replaceWithVoid());
  }
}
