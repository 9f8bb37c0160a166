package io.plumbline.judge.run.store;

import com.google.rpc.Code;
import io.plumbline.judge.request.NotFoundException;
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
   * Ends a run whose verdicts are all stored: it succeeded, unless every verdict of some judge is
   * FAILED, since that judge was never heard.
   */
  public Uni<Void> finish(UUID id, UUID worker) {
    return transactions.run(
        () ->
            owned(id, worker)
                .onItem()
                .ifNotNull()
                .transformToUni(
                    run ->
                        unheard(id)
                            .chain(
                                judges ->
                                    judges.isEmpty()
                                        ? end(run, RunStateName.SUCCEEDED)
                                        : fail(
                                            run,
                                            Code.UNAVAILABLE,
                                            Verdicts.verdict(judges.get(0)).getJudge()
                                                + " failed on every comparison: "
                                                + Verdicts.verdict(judges.get(0)).getDetail()
                                                + "; see that its model is served, then create the"
                                                + " evaluation again"))));
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

  /** Ends a run on request; one that has ended stays as it is. */
  public Uni<EvaluationRow> cancel(UUID id) {
    return transactions.run(
        () ->
            EvaluationRow.<EvaluationRow>findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFoundException("there is no evaluation " + id))
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
