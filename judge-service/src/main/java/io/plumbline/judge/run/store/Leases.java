package io.plumbline.judge.run.store;

import io.plumbline.judge.settings.JudgeSettings;
import io.plumbline.judge.storage.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Who works on which run. A worker owns a run until its lease ends, and renews it while it lives; a
 * run whose worker went silent is free again.
 */
@ApplicationScoped
public class Leases {
  private static final String FREE =
      "select * from evaluation where state in ('QUEUED', 'RUNNING')"
          + " and (lease_until is null or lease_until < :now)"
          + " order by created limit 1 for update skip locked";

  private final Transactions transactions;
  private final JudgeSettings.RunSettings settings;

  Leases(Transactions transactions, JudgeSettings settings) {
    this.transactions = transactions;
    this.settings = settings.run();
  }

  /**
   * The oldest run that nobody works on, now the worker's own; null if there is none. One that was
   * claimed too often without a verdict is not the worker's: it has ended.
   */
  public Uni<EvaluationRow> claim(UUID worker) {
    return transactions.run(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        session
                            .createNativeQuery(FREE, EvaluationRow.class)
                            .setParameter("now", Instant.now())
                            .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .call(
                    run ->
                        run.attempts < settings.attempts()
                            ? take(run, worker)
                            : Endings.givenUp(run)));
  }

  private Uni<Void> take(EvaluationRow run, UUID worker) {
    boolean resumed = run.state == RunStateName.RUNNING;
    run.state = RunStateName.RUNNING;
    run.started = run.started == null ? Instant.now() : run.started;
    run.worker = worker;
    run.leaseUntil = end();
    run.attempts++;
    return resumed
        ? Journal.message(run, "resumed at " + run.done + " of " + run.total + " verdicts")
        : Journal.state(run);
  }

  /** Prolongs a worker's leases of the runs that it is working on. */
  public Uni<Void> renew(UUID worker, Set<UUID> runs) {
    return runs.isEmpty()
        ? Uni.createFrom().voidItem()
        : eachOwned(
            worker,
            run -> {
              if (runs.contains(run.id)) {
                run.leaseUntil = end();
              }
            });
  }

  /** Gives back all runs of a worker, for others to go on with at once. */
  public Uni<Void> release(UUID worker) {
    return eachOwned(
        worker,
        run -> {
          run.leaseUntil = null;
          run.worker = null;
          // A stop in good order is not the run's fault.
          run.attempts = Math.max(0, run.attempts - 1);
        });
  }

  private Uni<Void> eachOwned(UUID worker, Consumer<EvaluationRow> change) {
    return transactions.run(
        () ->
            EvaluationRow.<EvaluationRow>find("worker", worker)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .invoke(runs -> runs.forEach(change))
                .replaceWithVoid());
  }

  Instant end() {
    return Instant.now().plus(settings.lease());
  }
}
