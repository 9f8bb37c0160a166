package io.plumbline.trainer.recipe;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.CreateRecipeRunRequest;
import io.plumbline.api.v1alpha1.RecipeRun;
import io.plumbline.api.v1alpha1.RecipeSpec;
import io.plumbline.trainer.recipe.graph.RecipeValidation;
import io.plumbline.trainer.recipe.stage.StageJournal;
import io.plumbline.trainer.recipe.stage.StoredStage;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.Runs;
import io.plumbline.trainer.run.StoredRun;
import io.plumbline.trainer.store.Page;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;

/** Creates, finds and cancels recipe runs. */
@ApplicationScoped
public class RecipeRuns {
  private final Runs runs;
  private final StageJournal journal;
  private final RecipeRunner runner;

  @Inject
  RecipeRuns(Runs runs, StageJournal journal, RecipeRunner runner) {
    this.runs = requireNonNull(runs, "runs is null");
    this.journal = requireNonNull(journal, "journal is null");
    this.runner = requireNonNull(runner, "runner is null");
  }

  /** Starts a recipe, or returns the run that has this request id. */
  public Uni<RecipeRun> create(CreateRecipeRunRequest request) {
    RecipeValidation.check(request);
    return runs.create(
            RunKind.RECIPE,
            request.getRequestId(),
            request.getSpec().toByteArray(),
            stored -> specOf(stored).equals(request.getSpec()),
            run -> Uni.createFrom().voidItem())
        .invoke(
            run -> {
              if (!run.isEnded()) {
                runner.start(run.id);
              }
            })
        .flatMap(this::describe);
  }

  /** Throws NOT_FOUND. */
  public Uni<RecipeRun> get(String id) {
    return runs.get(RunKind.RECIPE, id).flatMap(this::describe);
  }

  public Uni<Page<RecipeRun>> list(int pageSize, String token) {
    return runs.list(RunKind.RECIPE, pageSize, token)
        .flatMap(
            page ->
                Multi.createFrom()
                    .iterable(page.items())
                    .onItem()
                    .transformToUniAndConcatenate(this::describe)
                    .collect()
                    .asList()
                    .map(described -> new Page<>(described, page.nextToken())));
  }

  /** The runner sees the wish, cancels the stage under way and ends the run. */
  public Uni<RecipeRun> cancel(String id) {
    return runs.requestCancel(RunKind.RECIPE, id).flatMap(this::describe);
  }

  private Uni<RecipeRun> describe(StoredRun run) {
    return journal
        .read(run.id)
        .map(
            stages ->
                RecipeRun.newBuilder()
                    .setStatus(run.toStatus())
                    .setSpec(specOf(run.spec))
                    .addAllOutcomes(stages.stream().map(StoredStage::outcome).toList())
                    .build());
  }

  static RecipeSpec specOf(byte[] bytes) {
    try {
      return RecipeSpec.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }
}
