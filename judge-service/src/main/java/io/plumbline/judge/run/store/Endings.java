package io.plumbline.judge.run.store;

import com.google.rpc.Code;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judge.request.NotFoundException;
import io.plumbline.judge.request.NotResumableException;
import io.plumbline.judge.storage.Transactions;
import io.plumbline.judgment.verdict.VerdictState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Ends runs. */
@ApplicationScoped
public class Endings {
  private final Transactions transactions;

  Endings(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Ends a run that is worked on no more. With all verdicts stored it succeeded, unless every
   * verdict of some judge is FAILED, since that judge was never heard.
   *
   * @param stopped why not everything was judged; it counts only where something is missing
   */
  public Uni<Void> finish(UUID id, UUID worker, String stopped) {
    return transactions.run(
        () ->
            owned(id, worker)
                .onItem()
                .ifNotNull()
                .transformToUni(
                    run ->
                        !stopped.isEmpty() && run.done < run.total
                            ? stop(run, stopped)
                            : unheard(id).chain(judges -> heard(run, judges))));
  }

  private static Uni<Void> stop(EvaluationRow run, String reason) {
    return fail(
        run,
        Code.RESOURCE_EXHAUSTED,
        reason
            + "; "
            + run.done
            + " of "
            + run.total
            + " verdicts are kept: raise the budget and resume the evaluation");
  }

  private static Uni<Void> heard(EvaluationRow run, List<VerdictRow> unheard) {
    return unheard.isEmpty()
        ? end(run, RunStateName.SUCCEEDED)
        : fail(
            run,
            Code.UNAVAILABLE,
            Verdicts.verdict(unheard.get(0)).getJudge()
                + " failed on every comparison: "
                + Verdicts.verdict(unheard.get(0)).getDetail()
                + "; see that its model is served, then create the evaluation again");
  }

  /**
   * Puts a run that its budget stopped back among those that wait for a worker.
   *
   * @param budget from now on, 0 for no limit
   */
  public Uni<EvaluationRow> resume(UUID id, double budget) {
    return transactions.run(() -> locked(id).call(run -> resumed(run, budget)));
  }

  private static Uni<Void> resumed(EvaluationRow run, double budget) {
    if (run.state != RunStateName.FAILED || run.errorCode != Code.RESOURCE_EXHAUSTED.getNumber()) {
      throw new NotResumableException(
          "evaluation " + run.id + " is " + run.state + " and was not stopped by its budget");
    }
    if (budget > 0 && budget <= run.cost) {
      throw new InvalidRequestException(
          "budget", "must be above the " + run.cost + " that the run has cost, is " + budget);
    }
    run.state = RunStateName.QUEUED;
    run.budget = budget;
    run.attempts = 0;
    run.errorCode = 0;
    run.errorMessage = "";
    run.ended = null;
    return Journal.state(run);
  }

  private static Uni<EvaluationRow> locked(UUID id) {
    return EvaluationRow.<EvaluationRow>findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFoundException("there is no evaluation " + id));
  }

  /** Ends a run that cannot go on. */
  public Uni<Void> fail(UUID id, UUID worker, String message) {
    return transactions.run(
        () ->
            owned(id, worker)
                .onItem()
                .ifNotNull()
                .transformToUni(run -> fail(run, Code.INTERNAL, message)));
  }

  /**
   * Notes why the work on a run broke off. It is taken up again when its lease runs out, unless
   * that was tried too often.
   *
   * @param attempts after which it is given up
   */
  public Uni<Void> brokeOff(UUID id, UUID worker, String reason, int attempts) {
    return transactions.run(
        () ->
            owned(id, worker)
                .onItem()
                .ifNotNull()
                .transformToUni(
                    run -> {
                      run.errorMessage = reason;
                      return run.attempts < attempts
                          ? Journal.message(run, "broke off, and is taken up again: " + reason)
                          : givenUp(run);
                    }));
  }

  /** Ends a run that was claimed again and again and got no verdict. */
  static Uni<Void> givenUp(EvaluationRow run) {
    return fail(
        run,
        Code.INTERNAL,
        "given up after "
            + run.attempts
            + " attempts in a row without a verdict: "
            + (run.errorMessage.isEmpty()
                ? "the process that worked on it ended each time"
                : run.errorMessage)
            + "; "
            + run.done
            + " of "
            + run.total
            + " verdicts are kept: see the service's log, then create the evaluation again");
  }

  /** Ends a run on request; one that has ended stays as it is. */
  public Uni<EvaluationRow> cancel(UUID id) {
    return transactions.run(
        () ->
            locked(id)
                .call(
                    run ->
                        run.state.isEnd()
                            ? Uni.createFrom().voidItem()
                            : end(run, RunStateName.CANCELLED)));
  }

  private static Uni<EvaluationRow> owned(UUID id, UUID worker) {
    return EvaluationRow.<EvaluationRow>findById(id, LockModeType.PESSIMISTIC_WRITE)
        .map(run -> run == null || run.state.isEnd() || !worker.equals(run.worker) ? null : run);
  }

  private static Uni<List<VerdictRow>> unheard(UUID id) {
    return VerdictRow.list(
        "from VerdictRow v where v.key.evaluationId = ?1 and v.key.comparison = 0"
            + " and v.state = ?2 and not exists (select 1 from VerdictRow other"
            + " where other.key.evaluationId = ?1 and other.key.judge = v.key.judge"
            + " and other.state <> ?2)",
        id,
        VerdictState.FAILED);
  }

  private static Uni<Void> fail(EvaluationRow run, Code code, String message) {
    run.errorCode = code.getNumber();
    run.errorMessage = message;
    return Journal.message(run, message).chain(() -> end(run, RunStateName.FAILED));
  }

  private static Uni<Void> end(EvaluationRow run, RunStateName state) {
    run.state = state;
    run.ended = Instant.now();
    run.leaseUntil = null;
    run.worker = null;
    return Journal.state(run);
  }
}
