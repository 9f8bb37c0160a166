package io.plumbline.trainer.rest;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.CreateTrainingRunRequest;
import io.plumbline.api.v1alpha1.ListTrainingRunsResponse;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.RunWatch;
import io.plumbline.trainer.training.TrainingRuns;
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

/** Training runs over REST. */
@Path("/v1alpha1/training-runs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class TrainingRunResource {
  private final TrainingRuns trainings;
  private final RunWatch watch;

  TrainingRunResource(TrainingRuns trainings, RunWatch watch) {
    this.trainings = requireNonNull(trainings, "trainings is null");
    this.watch = requireNonNull(watch, "watch is null");
  }

  @POST
  @Operation(summary = "Queues a run: a CreateTrainingRunRequest, answered by a TrainingRun")
  public Uni<String> create(String body) {
    return trainings
        .create(ContractJson.read(body, CreateTrainingRunRequest.newBuilder()).build())
        .map(ContractJson::write);
  }

  @GET
  @Operation(summary = "Lists training runs, newest first")
  public Uni<String> list(
      @QueryParam("page_size") @DefaultValue("0") int pageSize,
      @QueryParam("page_token") @DefaultValue("") String pageToken) {
    return trainings
        .list(pageSize, pageToken)
        .map(
            page ->
                ContractJson.write(
                    ListTrainingRunsResponse.newBuilder()
                        .addAllRuns(page.items())
                        .setNextPageToken(page.nextToken())));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A training run")
  public Uni<String> get(@PathParam("id") String id) {
    return trainings.get(id).map(ContractJson::write);
  }

  @GET
  @Path("/{id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "A run's events after a position, until it has ended")
  public Multi<String> events(
      @PathParam("id") String id,
      @QueryParam("after_position") @DefaultValue("0") long afterPosition) {
    return watch.watch(RunKind.TRAINING, id, afterPosition).map(ContractJson::write);
  }

  @POST
  @Path("/{id}/cancel")
  @Operation(summary = "Cancels a training run")
  public Uni<String> cancel(@PathParam("id") String id) {
    return trainings.cancel(id).map(ContractJson::write);
  }
}
