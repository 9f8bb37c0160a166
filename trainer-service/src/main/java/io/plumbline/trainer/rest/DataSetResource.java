package io.plumbline.trainer.rest;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.ListDataSetsResponse;
import io.plumbline.trainer.dataset.DataSets;
import io.plumbline.trainer.dataset.StoredDataSet;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Data sets over REST; they are written over gRPC. */
@Path("/v1alpha1/data-sets")
@Produces(MediaType.APPLICATION_JSON)
public class DataSetResource {
  private final DataSets dataSets;

  DataSetResource(DataSets dataSets) {
    this.dataSets = requireNonNull(dataSets, "dataSets is null");
  }

  @GET
  @Operation(summary = "Lists data sets, newest first")
  public Uni<String> list(
      @QueryParam("page_size") @DefaultValue("0") int pageSize,
      @QueryParam("page_token") @DefaultValue("") String pageToken) {
    return dataSets
        .list(pageSize, pageToken)
        .map(
            page ->
                ContractJson.write(
                    ListDataSetsResponse.newBuilder()
                        .addAllDataSets(page.map(StoredDataSet::toMessage))
                        .setNextPageToken(page.nextToken())));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A data set without its rows")
  public Uni<String> get(@PathParam("id") String id) {
    return dataSets.get(id).map(found -> ContractJson.write(found.toMessage()));
  }

  @GET
  @Path("/{id}/rows")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(summary = "The rows after a position, in order")
  public Multi<String> rows(
      @PathParam("id") String id,
      @QueryParam("after_position") @DefaultValue("0") long afterPosition) {
    return dataSets.read(id, afterPosition).map(ContractJson::write);
  }
}
