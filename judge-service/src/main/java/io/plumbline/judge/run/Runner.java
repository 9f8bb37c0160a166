package io.plumbline.judge.run;

import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.judge.judging.Judge;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judge.run.store.Endings;
import io.plumbline.judge.run.store.EvaluationRow;
import io.plumbline.judge.run.store.Evaluations;
import io.plumbline.judge.run.store.Leases;
import io.plumbline.judge.run.store.PendingVerdicts;
import io.plumbline.judge.run.store.VerdictWrites;
import io.plumbline.judge.settings.JudgeSettings;
import io.plumbline.service.guard.FailureReason;
import io.plumbline.service.period.Periodic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Works on runs, those left behind by a process that died included: it claims runs without an owner
 * when it starts, when one is created, and at intervals.
 */
@ApplicationScoped
public class Runner {
  private static final Logger LOG = Logger.getLogger(Runner.class);
  private static final int MOST_RUNS = 4;
  private static final Duration SHUTDOWN = Duration.ofSeconds(5);

  private final Leases leases;
  private final Evaluations evaluations;
  private final PendingVerdicts pending;
  private final VerdictWrites writes;
  private final Endings endings;
  private final Judges judges;
  private final JudgeSettings.RunSettings settings;
  private final UUID worker = UUID.randomUUID();
  private final Map<UUID, Cancellable> running = new ConcurrentHashMap<>();
  private Cancellable heartbeat = () -> {};

  Runner(
      Leases leases,
      Evaluations evaluations,
      PendingVerdicts pending,
      VerdictWrites writes,
      Endings endings,
      Judges judges,
      JudgeSettings settings) {
    this.leases = leases;
    this.evaluations = evaluations;
    this.pending = pending;
    this.writes = writes;
    this.endings = endings;
    this.judges = judges;
    this.settings = settings.run();
  }

  void start(@Observes StartupEvent event) {
    if (!settings.enabled()) {
      LOG.info("this process takes runs but does not work on them");
      return;
    }
    heartbeat =
        Periodic.every(
            settings.claimInterval(),
            this::beat,
            failure -> LOG.error("the heartbeat stopped", failure));
  }

  void stop(@Observes ShutdownEvent event) {
    heartbeat.cancel();
    running.values().forEach(Cancellable::cancel);
    leases.release(worker).onFailure().recoverWithNull().await().atMost(SHUTDOWN);
  }

  /** Looks for runs to work on now. */
  public void wake() {
    if (!settings.enabled()) {
      return;
    }
    claim().subscribe().with(ignored -> {}, failure -> LOG.warn("cannot claim a run", failure));
  }

  /** Stops working on a run; what was judged but not stored is dropped. */
  public void drop(UUID id) {
    Cancellable work = running.remove(id);
    if (work != null) {
      work.cancel();
    }
  }

  private Uni<Void> beat() {
    return leases
        .renew(worker, running.keySet())
        .chain(this::claim)
        .onFailure()
        .invoke(failure -> LOG.warnf("database not reachable: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> claim() {
    if (running.size() >= MOST_RUNS) {
      return Uni.createFrom().voidItem();
    }
    return leases
        .claim(worker)
        .onItem()
        .ifNotNull()
        .transformToUni(
            run -> {
              if (!run.state.isEnd()) {
                begin(run);
              }
              return claim();
            });
  }

  private void begin(EvaluationRow run) {
    LOG.infof("evaluation %s: %d of %d verdicts", run.id, run.done, run.total);
    running.put(
        run.id,
        evaluations
            .judges(run.id)
            .chain(specs -> evaluated(run, specs))
            .onTermination()
            .invoke(() -> running.remove(run.id))
            .subscribe()
            .with(
                ignored -> LOG.infof("evaluation %s ended", run.id),
                failure -> brokeOff(run.id, failure)));
  }

  private void brokeOff(UUID id, Throwable failure) {
    LOG.errorf(failure, "evaluation %s broke off", id);
    endings
        .brokeOff(id, worker, FailureReason.of(failure), settings.attempts())
        .subscribe()
        .with(
            ignored -> {},
            unsaid -> LOG.warnf("evaluation %s cannot say so: %s", id, unsaid.getMessage()));
  }

  private Uni<Void> evaluated(EvaluationRow run, List<JudgeSpec> specs) {
    UUID id = run.id;
    List<Judge> resolved = new ArrayList<>();
    try {
      for (int i = 0; i < specs.size(); i++) {
        resolved.add(judges.of(specs.get(i), "spec.judges[" + i + "]"));
      }
    } catch (InvalidRequestException changed) {
      // The configuration that accepted the run is not the one that resumes it.
      return endings.fail(id, worker, changed.field() + ": " + changed.getMessage());
    }
    RunBudget budget = new RunBudget(run.budget, run.cost);
    return new EvaluationRun(specs, resolved, settings.concurrency(), budget)
        .work(pending.of(id), new VerdictSink(id, worker, writes))
        .chain(() -> endings.finish(id, worker, budget.reason().orElse("")))
        .onFailure(LostRunException.class)
        .recoverWithNull();
  }
}
