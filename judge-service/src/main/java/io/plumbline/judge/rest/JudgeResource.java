package io.plumbline.judge.rest;

import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.ListJudgesResponse;
import io.plumbline.judge.compare.Comparisons;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.judging.KnownProtocols;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Single comparisons. */
@Path("/v1alpha1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class JudgeResource {
  private final Comparisons comparisons;
  private final Judges judges;

  JudgeResource(Comparisons comparisons, Judges judges) {
    this.comparisons = comparisons;
    this.judges = judges;
  }

  @POST
  @Path("/compare")
  @Operation(summary = "Compares two completions: a CompareRequest, answered by a Verdict")
  public Uni<String> compare(String body) {
    CompareRequest.Builder request = CompareRequest.newBuilder();
    ContractJson.read(body, request);
    return comparisons.compare(request.build()).map(ContractJson::write);
  }

  @GET
  @Path("/judges")
  @Operation(summary = "The judges that may be asked")
  public String judges() {
    return ContractJson.write(ListJudgesResponse.newBuilder().addAllJudges(judges.known()).build());
  }

  @GET
  @Path("/protocols")
  @Operation(summary = "The protocols by which chat models can be asked")
  public String protocols() {
    return ContractJson.write(KnownProtocols.list());
  }
}
