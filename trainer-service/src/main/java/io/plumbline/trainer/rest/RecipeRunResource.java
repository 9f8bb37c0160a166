package io.plumbline.trainer.rest;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.CreateRecipeRunRequest;
import io.plumbline.api.v1alpha1.ListRecipeRunsResponse;
import io.plumbline.trainer.recipe.RecipeRuns;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.RunWatch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Recipe runs over REST. */
@Path("/v1alpha1/recipe-runs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RecipeRunResource {
  private final RecipeRuns recipes;
  private final RunWatch watch;

  RecipeRunResource(RecipeRuns recipes, RunWatch watch) {
    this.recipes = requireNonNull(recipes, "recipes is null");
    this.watch = requireNonNull(watch, "watch is null");
  }

  @POST
  @Operation(summary = "Starts a recipe: a CreateRecipeRunRequest, answered by a RecipeRun")
  public Uni<String> create(String body) {
    return recipes
        .create(ContractJson.read(body, CreateRecipeRunRequest.newBuilder()).build())
        .map(ContractJson::write);
  }

  @GET
  @Operation(summary = "Lists recipe runs, newest first")
  public Uni<String> list(
      @QueryParam("page_size") @DefaultValue("0") int pageSize,
      @QueryParam("page_token") @DefaultValue("") String pageToken) {
    return recipes
        .list(pageSize, pageToken)
        .map(
            page ->
                ContractJson.write(
                    ListRecipeRunsResponse.newBuilder()
                        .addAllRuns(page.items())
                        .setNextPageToken(page.nextToken())));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A recipe run with the outcomes of its stages")
  public Uni<String> get(@PathParam("id") String id) {
    return recipes.get(id).map(ContractJson::write);
  }

  @GET
  @Path("/{id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "A run's events after a position, until it has ended")
  public Multi<String> events(
      @PathParam("id") String id,
      @QueryParam("after_position") @DefaultValue("0") long afterPosition) {
    return watch.watch(RunKind.RECIPE, id, afterPosition).map(ContractJson::write);
  }

  @POST
  @Path("/{id}/cancel")
  @Operation(summary = "Cancels a recipe run")
  public Uni<String> cancel(@PathParam("id") String id) {
    return recipes.cancel(id).map(ContractJson::write);
  }
}
