package io.plumbline.trainer.recipe;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Status;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.trainer.fault.Faults;
import io.plumbline.trainer.recipe.stage.StageJournal;
import io.plumbline.trainer.recipe.stage.StageKey;
import io.plumbline.trainer.recipe.stage.StageKind;
import io.plumbline.trainer.recipe.stage.StageKinds;
import io.plumbline.trainer.recipe.stage.StageRun;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.Runs;
import io.plumbline.trainer.run.StoredRun;
import io.plumbline.trainer.store.DatabaseUnavailable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Runs recipes stage after stage; after a restart, from the stage that had not finished. */
@ApplicationScoped
public class RecipeRunner {
  private static final Logger LOG = Logger.getLogger(RecipeRunner.class);
  private static final Duration DATABASE_PAUSE = Duration.ofSeconds(2);

  private final Runs runs;
  private final StageJournal journal;
  private final StageKinds kinds;
  private final CancelWatch cancels;
  private final Set<String> active = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  @Inject
  RecipeRunner(Runs runs, StageJournal journal, StageKinds kinds, CancelWatch cancels) {
    this.runs = requireNonNull(runs, "runs is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.kinds = requireNonNull(kinds, "kinds is null");
    this.cancels = requireNonNull(cancels, "cancels is null");
  }

  void onStart(@Observes StartupEvent event) {
    runs.unfinished(RunKind.RECIPE)
        .onFailure(DatabaseUnavailable.class)
        .retry()
        .withBackOff(DATABASE_PAUSE)
        .until(failure -> !stopping)
        .subscribe()
        .with(
            found -> found.forEach(run -> start(run.id)),
            failure -> LOG.error("recipes are not taken up again", failure));
  }

  void onShutdown(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
    stopping = true;
  }

  /** Takes a recipe up where it was left, unless it is running here already. */
  void start(String id) {
    if (!active.add(id)) {
      return;
    }
    Uni.createFrom()
        .deferred(() -> run(id))
        .onFailure(failure -> failure instanceof DatabaseUnavailable && !stopping)
        .retry()
        .withBackOff(DATABASE_PAUSE, DATABASE_PAUSE.multipliedBy(4))
        .indefinitely()
        .onTermination()
        .invoke(() -> active.remove(id))
        .subscribe()
        .with(
            done -> {},
            failure -> {
              if (!stopping) {
                LOG.errorf(failure, "recipe run %s stopped", id);
              }
            });
  }

  private Uni<Void> run(String id) {
    return runs.change(
            RunKind.RECIPE,
            id,
            run -> {
              if (!run.isEnded()) {
                run.start(Instant.now());
              }
              return Uni.createFrom().item(run);
            })
        .flatMap(run -> run.isEnded() ? Uni.createFrom().voidItem() : runStages(run));
  }

  private Uni<Void> runStages(StoredRun run) {
    RecipeSpec recipe = RecipeRuns.specOf(run.spec);
    return runFrom(run.id, recipe, 0, new LinkedHashMap<>())
        .chain(() -> end(run.id, open -> open.succeed(Instant.now())))
        .onFailure(failure -> !(failure instanceof DatabaseUnavailable) && !stopping)
        .recoverWithUni(failure -> stopped(run.id, failure));
  }

  private Uni<Void> runFrom(
      String id, RecipeSpec recipe, int ordinal, Map<String, StageOutcome> above) {
    if (ordinal == recipe.getStagesCount()) {
      return Uni.createFrom().voidItem();
    }
    Stage stage = recipe.getStages(ordinal);
    return journal
        .begin(new StageKey(id, ordinal), stage.getName())
        .map(stored -> new StageRun(journal, stored, recipe, above))
        .flatMap(
            run ->
                run.outcome().getState() == RunState.RUN_STATE_SUCCEEDED
                    ? Uni.createFrom().item(run.outcome())
                    : runStage(run))
        .invoke(outcome -> above.put(stage.getName(), outcome))
        .flatMap(outcome -> runFrom(id, recipe, ordinal + 1, above));
  }

  private Uni<StageOutcome> runStage(StageRun run) {
    StageKind kind = kinds.of(run.stage());
    Uni<StageOutcome> work = Uni.createFrom().deferred(() -> kind.run(run));
    return Uni.join()
        .first(work, cancels.<StageOutcome>stopRequest(run.key().runId()))
        .toTerminate()
        .map(outcome -> ended(outcome, run, RunState.RUN_STATE_SUCCEEDED))
        .call(outcome -> journal.remember(run.key(), outcome))
        .onFailure(failure -> !(failure instanceof DatabaseUnavailable) && !stopping)
        .call(failure -> giveUp(kind, run, failure))
        .onFailure(failure -> !(failure instanceof DatabaseUnavailable))
        .transform(failure -> atStage(run, failure));
  }

  private Uni<Void> giveUp(StageKind kind, StageRun run, Throwable failure) {
    if (!(failure instanceof StopRequested)) {
      return journal.remember(run.key(), ended(run.outcome(), run, RunState.RUN_STATE_FAILED));
    }
    return kind.cancel(run.outcome())
        .onFailure(other -> !(other instanceof DatabaseUnavailable))
        .recoverWithNull()
        .chain(
            () ->
                journal.remember(
                    run.key(), ended(run.outcome(), run, RunState.RUN_STATE_CANCELLED)));
  }

  private static StageOutcome ended(StageOutcome outcome, StageRun run, RunState state) {
    double seconds = Duration.between(run.started(), Instant.now()).toMillis() / 1000.0;
    return outcome.toBuilder().setState(state).putMetrics("seconds", seconds).build();
  }

  private static Throwable atStage(StageRun run, Throwable failure) {
    if (failure instanceof StopRequested) {
      return failure;
    }
    Status status = Faults.of(failure).status();
    return new io.plumbline.trainer.fault.Fault(
        status.toBuilder()
            .setMessage("stage '%s': %s".formatted(run.stage().getName(), status.getMessage()))
            .build());
  }

  private Uni<Void> stopped(String id, Throwable failure) {
    return end(
        id,
        run -> {
          if (failure instanceof StopRequested) {
            run.cancelled(Instant.now());
          } else {
            run.fail(Faults.of(failure).status(), Instant.now());
          }
        });
  }

  private Uni<Void> end(String id, java.util.function.Consumer<StoredRun> how) {
    return runs.change(
        RunKind.RECIPE,
        id,
        run -> {
          if (!run.isEnded()) {
            how.accept(run);
          }
          return Uni.createFrom().voidItem();
        });
  }
}
