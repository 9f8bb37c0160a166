package io.plumbline.trainer.grpc;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateRecipeRunRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.ListRecipeRunsResponse;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.RecipeRun;
import io.plumbline.api.v1alpha1.RecipeService;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.trainer.recipe.RecipeRuns;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.RunWatch;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;

/** Recipe runs over gRPC. */
@GrpcService
public class RecipeDoor implements RecipeService {
  private final RecipeRuns recipes;
  private final RunWatch watch;

  @Inject
  RecipeDoor(RecipeRuns recipes, RunWatch watch) {
    this.recipes = requireNonNull(recipes, "recipes is null");
    this.watch = requireNonNull(watch, "watch is null");
  }

  @Override
  public Uni<RecipeRun> createRecipeRun(CreateRecipeRunRequest request) {
    return recipes.create(request);
  }

  @Override
  public Uni<RecipeRun> getRecipeRun(GetRunRequest request) {
    return recipes.get(request.getId());
  }

  @Override
  public Uni<ListRecipeRunsResponse> listRecipeRuns(ListRunsRequest request) {
    return recipes
        .list(request.getPageSize(), request.getPageToken())
        .map(
            page ->
                ListRecipeRunsResponse.newBuilder()
                    .addAllRuns(page.items())
                    .setNextPageToken(page.nextToken())
                    .build());
  }

  @Override
  public Multi<RunEvent> watchRecipeRun(WatchRunRequest request) {
    return watch.watch(RunKind.RECIPE, request.getId(), request.getAfterPosition());
  }

  @Override
  public Uni<RecipeRun> cancelRecipeRun(CancelRunRequest request) {
    return recipes.cancel(request.getId());
  }
}
