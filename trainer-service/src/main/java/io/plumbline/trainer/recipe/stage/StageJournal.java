package io.plumbline.trainer.recipe.stage;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.Runs;
import io.plumbline.trainer.run.StoredRun;
import io.plumbline.trainer.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Writes down how far each stage is, together with the events that tell of it. */
@ApplicationScoped
public class StageJournal {
  private final Transactions transactions;
  private final Runs runs;
  private final StageRepository stages;

  @Inject
  StageJournal(Transactions transactions, Runs runs, StageRepository stages) {
    this.transactions = requireNonNull(transactions, "transactions is null");
    this.runs = requireNonNull(runs, "runs is null");
    this.stages = requireNonNull(stages, "stages is null");
  }

  /** The stages that were begun, in order. */
  public Uni<List<StoredStage>> read(String runId) {
    return transactions.run(() -> stages.ofRun(runId));
  }

  /** Begins a stage, or returns it where it was left. */
  public Uni<StoredStage> begin(StageKey key, String name) {
    return transactions.run(
        () ->
            stages
                .findById(key)
                .onItem()
                .ifNull()
                .switchTo(
                    () -> {
                      var stage = new StoredStage();
                      stage.key = key;
                      stage.started = Instant.now();
                      stage.outcome =
                          StageOutcome.newBuilder()
                              .setStage(name)
                              .setState(RunState.RUN_STATE_RUNNING)
                              .build()
                              .toByteArray();
                      return stages.persist(stage);
                    }));
  }

  /** Replaces the outcome so far. */
  public Uni<Void> remember(StageKey key, StageOutcome outcome) {
    return runs.change(
        RunKind.RECIPE,
        key.runId(),
        run ->
            stages
                .findById(key)
                .invoke(stage -> stage.outcome = outcome.toByteArray())
                .replaceWithVoid());
  }

  /** Adds events to the recipe's. */
  Uni<Void> tell(StageKey key, Consumer<StoredRun> events) {
    return runs.change(
        RunKind.RECIPE,
        key.runId(),
        run -> {
          if (!run.isEnded()) {
            events.accept(run);
          }
          return Uni.createFrom().voidItem();
        });
  }

  /** Passes an event of the stage's child on, once, under the stage's name. */
  Uni<Void> forward(StageKey key, String stageName, RunEvent event) {
    return runs.change(
        RunKind.RECIPE,
        key.runId(),
        run ->
            stages
                .findById(key)
                .invoke(
                    stage -> {
                      if (event.getPosition() > stage.childPosition && !run.isEnded()) {
                        stage.childPosition = event.getPosition();
                        add(run, stageName, event);
                      }
                    })
                .replaceWithVoid());
  }

  private static void add(StoredRun run, String stage, RunEvent event) {
    Instant now = Instant.now();
    switch (event.getBodyCase()) {
      case PROGRESS ->
          run.progress(
              event.getProgress().toBuilder()
                  .setPhase(stage + "/" + event.getProgress().getPhase())
                  .build(),
              now);
      case METRICS ->
          run.metrics(
              event.getMetrics().toBuilder()
                  .setPhase(stage + "/" + event.getMetrics().getPhase())
                  .build(),
              now);
      case MESSAGE -> run.say(stage + ": " + event.getMessage(), now);
      case STATE, BODY_NOT_SET -> {
        // The child's states are its own; the recipe has the stage's.
      }
    }
  }
}
