package io.plumbline.trainer.worker;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import io.plumbline.service.period.Periodic;
import io.plumbline.trainer.fault.Fault;
import io.plumbline.trainer.fault.Faults;
import io.plumbline.trainer.launch.Launcher;
import io.plumbline.trainer.launch.Launchers;
import io.plumbline.trainer.launch.WorkerLaunch;
import io.plumbline.trainer.launch.WorkerSettings;
import io.plumbline.trainer.launch.WorkerState;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.Runs;
import io.plumbline.trainer.run.StoredRun;
import io.plumbline.trainer.training.StoredTraining;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Looks at all unfinished runs again and again: starts workers, finds lost ones, stops others. */
@ApplicationScoped
public class WorkerSupervisor {
  private static final Logger LOG = Logger.getLogger(WorkerSupervisor.class);
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final Runs runs;
  private final Attempts attempts;
  private final Launchers launchers;
  private final WorkerSettings settings;
  private final SecureRandom random = new SecureRandom();
  private final Map<AttemptKey, Started> started = new HashMap<>();
  private Instant watchingSince = Instant.now();
  private boolean reachable = true;
  private Cancellable ticks = () -> {};

  @Inject
  WorkerSupervisor(Runs runs, Attempts attempts, Launchers launchers, WorkerSettings settings) {
    this.runs = requireNonNull(runs, "runs is null");
    this.attempts = requireNonNull(attempts, "attempts is null");
    this.launchers = requireNonNull(launchers, "launchers is null");
    this.settings = requireNonNull(settings, "settings is null");
  }

  void onStart(@Observes StartupEvent event) {
    ticks =
        Periodic.every(
            INTERVAL,
            () -> look().onFailure().recoverWithItem(this::unreachable),
            failure -> LOG.error("workers are watched no more", failure));
  }

  void onShutdown(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
    ticks.cancel();
  }

  private Void unreachable(Throwable failure) {
    if (reachable) {
      LOG.errorf("workers are not watched: %s", failure.getMessage());
    }
    reachable = false;
    return null;
  }

  private Uni<Void> look() {
    return attempts
        .active()
        .flatMap(
            active -> {
              if (!reachable) {
                // Reports could not be stored meanwhile: silence counts from now.
                reachable = true;
                watchingSince = Instant.now();
              }
              return runs.unfinished(RunKind.TRAINING)
                  .flatMap(unfinished -> look(active, unfinished));
            });
  }

  private Uni<Void> look(List<StoredAttempt> active, List<StoredRun> unfinished) {
    Map<String, StoredRun> byId =
        unfinished.stream().collect(Collectors.toMap(run -> run.id, run -> run));
    Set<AttemptKey> activeKeys =
        active.stream().map(attempt -> attempt.key).collect(Collectors.toSet());
    Set<String> busy = active.stream().map(a -> a.key.runId()).collect(Collectors.toSet());
    List<StoredRun> waiting =
        unfinished.stream()
            .filter(run -> !busy.contains(run.id))
            .limit(Math.max(0, settings.concurrency() - active.size()))
            .toList();
    return Multi.createFrom()
        .iterable(active)
        .onItem()
        .transformToUniAndConcatenate(attempt -> check(attempt, byId.get(attempt.key.runId())))
        .collect()
        .last()
        .call(() -> retire(activeKeys))
        .call(
            () ->
                Multi.createFrom()
                    .iterable(waiting)
                    .onItem()
                    .transformToUniAndConcatenate(this::launch)
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> check(StoredAttempt attempt, StoredRun run) {
    Instant now = Instant.now();
    if (run == null) {
      return Uni.createFrom().voidItem();
    }
    Launcher launcher = launcherOf(run);
    started.computeIfAbsent(
        attempt.key, key -> new Started(launcher, attempt.handle == null ? "" : attempt.handle));
    if (attempt.handle == null) {
      return attempts.over(
          attempt.key, AttemptState.INTERRUPTED, "the service stopped while it started the worker");
    }
    if (run.isCancelRequested()
        && run.cancelRequested.plus(settings.cancelTimeout()).isBefore(now)) {
      return lost(launcher, attempt, "did not stop in time");
    }
    boolean watched = watchingSince.plus(settings.heartbeatTimeout()).isBefore(now);
    if (watched && attempt.isSilent(now, settings.startTimeout(), settings.heartbeatTimeout())) {
      Duration allowed =
          attempt.lastReport == null ? settings.startTimeout() : settings.heartbeatTimeout();
      return lost(launcher, attempt, "no report for " + allowed.toSeconds() + " s");
    }
    return launcher
        .inspect(attempt.handle)
        .onFailure()
        .recoverWithItem(failure -> unseen(attempt, failure))
        .flatMap(
            state -> {
              if (state instanceof WorkerState.Ended ended) {
                return lost(launcher, attempt, ended.detail());
              }
              if (state instanceof WorkerState.Interrupted interrupted) {
                return attempts.over(attempt.key, AttemptState.INTERRUPTED, interrupted.detail());
              }
              return Uni.createFrom().voidItem();
            });
  }

  /** A launcher that cannot say anything is no reason to give a worker up: its silence is. */
  private static WorkerState unseen(StoredAttempt attempt, Throwable failure) {
    LOG.warnf("worker %s cannot be inspected: %s", attempt.handle, failure.getMessage());
    return new WorkerState.Running();
  }

  private Uni<Void> lost(Launcher launcher, StoredAttempt attempt, String detail) {
    LOG.warnf(
        "worker of attempt %d of run %s is lost: %s",
        attempt.key.number(), attempt.key.runId(), detail);
    Uni<Void> stopped =
        attempt.handle == null ? Uni.createFrom().voidItem() : launcher.stop(attempt.handle);
    return stopped.chain(() -> attempts.over(attempt.key, AttemptState.LOST, detail));
  }

  /** Workers whose attempt is over get a moment to end by themselves. */
  private Uni<Void> retire(Set<AttemptKey> active) {
    Instant now = Instant.now();
    List<AttemptKey> over = started.keySet().stream().filter(key -> !active.contains(key)).toList();
    return Multi.createFrom()
        .iterable(over)
        .onItem()
        .transformToUniAndConcatenate(
            key -> {
              Started worker = started.get(key);
              if (worker.overSince == null) {
                worker.overSince = now;
                return Uni.createFrom().voidItem();
              }
              if (worker.overSince.plus(settings.heartbeatTimeout()).isAfter(now)) {
                return Uni.createFrom().voidItem();
              }
              started.remove(key);
              return worker.launcher.stop(worker.handle);
            })
        .collect()
        .last();
  }

  private Uni<Void> launch(StoredRun run) {
    String token = WorkerToken.next(random);
    return attempts
        .begin(run.id, token)
        .flatMap(
            begun ->
                begun.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : launch(launcherOf(run), begun.get(), token));
  }

  private Uni<Void> launch(Launcher launcher, StoredAttempt attempt, String token) {
    var worker =
        new WorkerLaunch(
            attempt.key.runId(), attempt.key.number(), token, launcher.trainerAddress());
    return launcher
        .launch(worker)
        .invoke(handle -> started.put(attempt.key, new Started(launcher, handle)))
        .flatMap(handle -> attempts.launched(attempt.key, handle))
        .onFailure()
        .recoverWithUni(failure -> launchFailed(attempt, Faults.of(failure)));
  }

  private Uni<Void> launchFailed(StoredAttempt attempt, Fault fault) {
    return fault.code() == Code.FAILED_PRECONDITION
        ? attempts.fail(attempt.key, fault.status())
        : attempts.over(attempt.key, AttemptState.LOST, fault.getMessage());
  }

  private Launcher launcherOf(StoredRun run) {
    return launchers.named(StoredTraining.specOf(run).getLauncher());
  }

  private static final class Started {
    private final Launcher launcher;
    private final String handle;
    private Instant overSince;

    private Started(Launcher launcher, String handle) {
      this.launcher = launcher;
      this.handle = handle;
    }
  }
}
