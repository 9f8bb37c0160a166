package io.plumbline.judge.rest;

import io.plumbline.api.v1alpha1.CreateLeaderboardRequest;
import io.plumbline.api.v1alpha1.ExportLeaderboardRequest;
import io.plumbline.api.v1alpha1.GetLeaderboardRequest;
import io.plumbline.api.v1alpha1.ListLeaderboardsRequest;
import io.plumbline.api.v1alpha1.PublishJudgmentsRequest;
import io.plumbline.judge.leaderboard.BusyException;
import io.plumbline.judge.leaderboard.Leaderboards;
import io.plumbline.judge.leaderboard.Publishing;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.service.door.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Leaderboards. */
@Path("/v1alpha1/leaderboards")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class LeaderboardResource {
  private final Leaderboards leaderboards;
  private final Publishing publishing;

  LeaderboardResource(Leaderboards leaderboards, Publishing publishing) {
    this.leaderboards = leaderboards;
    this.publishing = publishing;
  }

  @POST
  @Operation(summary = "Creates an empty leaderboard: a CreateLeaderboardRequest")
  public Uni<String> create(String body) {
    CreateLeaderboardRequest.Builder request = CreateLeaderboardRequest.newBuilder();
    ContractJson.read(body, request);
    return leaderboards.create(request.build()).map(ContractJson::write);
  }

  @GET
  @Operation(summary = "Lists leaderboards, newest first")
  public Uni<String> list(
      @QueryParam("page_size") @DefaultValue("0") int pageSize,
      @QueryParam("page_token") @DefaultValue("") String pageToken) {
    return leaderboards
        .list(
            ListLeaderboardsRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build())
        .map(ContractJson::write);
  }

  @POST
  @Path("/{name}/publications")
  @Operation(summary = "Adds judgments: a PublishJudgmentsRequest, answered by a Publication")
  public Uni<String> publish(@PathParam("name") String name, String body) {
    PublishJudgmentsRequest.Builder request = PublishJudgmentsRequest.newBuilder();
    ContractJson.read(body, request);
    if (!request.getLeaderboard().isEmpty() && !request.getLeaderboard().equals(name)) {
      throw new InvalidRequestException("leaderboard", "must be empty or the one of the path");
    }
    return publishing.publish(request.setLeaderboard(name).build()).map(ContractJson::write);
  }

  @GET
  @Path("/{name}")
  @Operation(summary = "The rows of a leaderboard with their intervals")
  public Uni<String> get(@PathParam("name") String name, @BeanParam LeaderboardQuery query) {
    return leaderboards
        .get(GetLeaderboardRequest.newBuilder().setName(name).setOptions(query.options()).build())
        .map(ContractJson::write);
  }

  @GET
  @Path("/{name}/export")
  @Produces({
    MediaType.APPLICATION_JSON,
    "text/csv",
    "text/markdown",
    MediaType.TEXT_HTML,
    MediaType.TEXT_PLAIN
  })
  @Operation(summary = "A leaderboard as json, csv, markdown, html or text")
  public Uni<Response> export(
      @PathParam("name") String name,
      @QueryParam("format") @DefaultValue("json") String format,
      @BeanParam LeaderboardQuery query) {
    return leaderboards
        .export(
            ExportLeaderboardRequest.newBuilder()
                .setName(name)
                .setFormat(format)
                .setOptions(query.options())
                .build())
        .map(answer -> Response.ok(answer.getDocument()).type(answer.getMediaType()).build());
  }

  @ServerExceptionMapper
  public Response busy(BusyException busy) {
    return Problem.of(503, "busy", busy.getMessage(), null)
        .response()
        .header("Retry-After", 5)
        .build();
  }
}
