package io.plumbline.judge.run.store;

import io.plumbline.judge.settings.JudgeSettings;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

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

  /** The oldest run that nobody works on, now the worker's own; null if there is none. */
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
                .call(run -> take(run, worker)));
  }

  private Uni<Void> take(EvaluationRow run, UUID worker) {
    boolean resumed = run.state == RunStateName.RUNNING;
    run.state = RunStateName.RUNNING;
    run.started = run.started == null ? Instant.now() : run.started;
    run.worker = worker;
    run.leaseUntil = end();
    return resumed
        ? Journal.message(run, "resumed at " + run.done + " of " + run.total + " verdicts")
        : Journal.state(run);
  }

  /** Prolongs a worker's leases of the runs that it is working on. */
  public Uni<Integer> renew(UUID worker, Set<UUID> runs) {
    return runs.isEmpty()
        ? Uni.createFrom().item(0)
        : update(
            "leaseUntil = ?1 where worker = ?2 and leaseUntil is not null and id in ?3",
            end(),
            worker,
            List.copyOf(runs));
  }

  /** Gives back all runs of a worker, for others to go on with at once. */
  public Uni<Integer> release(UUID worker) {
    return update("leaseUntil = null, worker = null where worker = ?1", worker);
  }

  Instant end() {
    return Instant.now().plus(settings.lease());
  }

  private Uni<Integer> update(String clause, Object... parameters) {
    return transactions.run(() -> EvaluationRow.update(clause, parameters));
  }
}
