package io.plumbline.trainer.recipe.stage;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.Progress;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.Stage;
import io.plumbline.api.v1alpha1.StageOutcome;
import io.plumbline.trainer.recipe.graph.RecipeGraph;
import io.plumbline.trainer.recipe.graph.StageReference;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One stage under way: what it reads, where it was left, and where it writes that down. */
public final class StageRun {
  private final StageJournal journal;
  private final StoredStage stored;
  private final RecipeSpec recipe;
  private final Map<String, StageOutcome> above;
  private StageOutcome outcome;

  /**
   * @param stored where the stage was left
   * @param above outcomes of the stages above, by name
   */
  public StageRun(
      StageJournal journal,
      StoredStage stored,
      RecipeSpec recipe,
      Map<String, StageOutcome> above) {
    this.journal = requireNonNull(journal, "journal is null");
    this.stored = requireNonNull(stored, "stored is null");
    this.recipe = requireNonNull(recipe, "recipe is null");
    this.above = Map.copyOf(above);
    this.outcome = stored.outcome();
  }

  public Stage stage() {
    return recipe.getStages(stored.key.ordinal());
  }

  public StageKey key() {
    return stored.key;
  }

  public Instant started() {
    return stored.started;
  }

  /** What the stage has left so far. */
  public StageOutcome outcome() {
    return outcome;
  }

  RecipeGraph graph() {
    return new RecipeGraph(recipe);
  }

  /** Names whatever this stage creates, so that it is created once. */
  String requestId() {
    return "recipe:%s:%s".formatted(stored.key.runId(), stage().getName());
  }

  /** For people: RECIPE/STAGE. */
  String title() {
    return (recipe.getName().isEmpty() ? stored.key.runId() : recipe.getName())
        + "/"
        + stage().getName();
  }

  String dataSetOf(String stageAbove) {
    return above.get(stageAbove).getDataSetId();
  }

  String rewardModelOf(String stageAbove) {
    return above.get(stageAbove).getRewardModel();
  }

  /** A model's reference, with the checkpoint in the place of a train stage. */
  String model(String reference) {
    return StageReference.resolve(
        reference, name -> above.get(name).getCheckpoint().getReference());
  }

  /** A reward model's name, with the published head in the place of a train_reward stage. */
  String rewardModel(String reference) {
    return StageReference.resolve(reference, this::rewardModelOf);
  }

  /** Notes a part of the outcome at once, so that a restart finds it. */
  Uni<Void> remember(UnaryOperator<StageOutcome.Builder> change) {
    outcome = change.apply(outcome.toBuilder()).build();
    return journal.remember(stored.key, outcome);
  }

  /** Changes the outcome; stored when the stage ends. */
  StageOutcome finish(UnaryOperator<StageOutcome.Builder> change) {
    outcome = change.apply(outcome.toBuilder()).build();
    return outcome;
  }

  Uni<Void> progress(String phase, long done, long total, String unit) {
    var reached =
        Progress.newBuilder()
            .setPhase(stage().getName() + "/" + phase)
            .setDone(done)
            .setTotal(total)
            .setUnit(unit)
            .build();
    return journal.tell(stored.key, run -> run.progress(reached, Instant.now()));
  }

  Uni<Void> say(String message) {
    return journal.tell(
        stored.key, run -> run.say(stage().getName() + ": " + message, Instant.now()));
  }

  /** The last event of the child that was passed on. */
  long childPosition() {
    return stored.childPosition;
  }

  /** Passes the events of a child on until it ends. */
  Uni<Void> follow(Multi<RunEvent> events) {
    return events
        .onItem()
        .transformToUniAndConcatenate(
            event -> journal.forward(stored.key, stage().getName(), event))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
