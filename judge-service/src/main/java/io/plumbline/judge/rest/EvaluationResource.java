package io.plumbline.judge.rest;

import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsRequest;
import io.plumbline.judge.request.RunIds;
import io.plumbline.judge.run.EvaluationRuns;
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

/** Evaluation runs. */
@Path("/v1alpha1/evaluations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EvaluationResource {
  private final EvaluationRuns runs;

  EvaluationResource(EvaluationRuns runs) {
    this.runs = runs;
  }

  @POST
  @Operation(summary = "Creates a run: a CreateEvaluationRequest, answered by an Evaluation")
  public Uni<String> create(String body) {
    CreateEvaluationRequest.Builder request = CreateEvaluationRequest.newBuilder();
    ContractJson.read(body, request);
    return runs.create(request.build()).map(ContractJson::write);
  }

  @GET
  @Operation(summary = "Lists runs, newest first")
  public Uni<String> list(
      @QueryParam("page_size") @DefaultValue("0") int pageSize,
      @QueryParam("page_token") @DefaultValue("") String pageToken) {
    return runs.list(
            ListRunsRequest.newBuilder().setPageSize(pageSize).setPageToken(pageToken).build())
        .map(ContractJson::write);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A run with its summaries so far")
  public Uni<String> get(@PathParam("id") String id) {
    return runs.get(RunIds.of("id", id)).map(ContractJson::write);
  }

  @GET
  @Path("/{id}/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "A run's events after a position, until it has ended")
  public Multi<String> watch(
      @PathParam("id") String id,
      @QueryParam("after_position") @DefaultValue("0") long afterPosition) {
    return runs.watch(RunIds.of("id", id), afterPosition).map(ContractJson::write);
  }

  @POST
  @Path("/{id}/cancel")
  @Operation(summary = "Cancels a run")
  public Uni<String> cancel(@PathParam("id") String id) {
    return runs.cancel(RunIds.of("id", id)).map(ContractJson::write);
  }

  @POST
  @Path("/{id}/resume")
  @Operation(summary = "Goes on with a run that its budget stopped")
  public Uni<String> resume(
      @PathParam("id") String id, @QueryParam("budget") @DefaultValue("0") double budget) {
    return runs.resume(RunIds.of("id", id), budget).map(ContractJson::write);
  }

  @GET
  @Path("/{id}/verdicts")
  @Operation(summary = "The verdicts so far, judge by judge, in the order of the comparisons")
  public Uni<String> verdicts(
      @PathParam("id") String id,
      @QueryParam("page_size") @DefaultValue("0") int pageSize,
      @QueryParam("page_token") @DefaultValue("") String pageToken) {
    return runs.verdicts(
            RunIds.of("id", id),
            ListVerdictsRequest.newBuilder()
                .setEvaluationId(id)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build())
        .map(ContractJson::write);
  }
}
