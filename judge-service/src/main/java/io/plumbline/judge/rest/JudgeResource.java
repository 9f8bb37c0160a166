package io.plumbline.judge.rest;

import io.plumbline.api.v1alpha1.AuditRequest;
import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.ListJudgesResponse;
import io.plumbline.api.v1alpha1.RankRequest;
import io.plumbline.api.v1alpha1.RateRequest;
import io.plumbline.api.v1alpha1.SynthesizeRequest;
import io.plumbline.judge.audit.Audits;
import io.plumbline.judge.compare.Comparisons;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.judging.KnownProtocols;
import io.plumbline.judge.rate.Rankings;
import io.plumbline.judge.rate.Ratings;
import io.plumbline.judge.synthesis.Syntheses;
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
  private final Ratings ratings;
  private final Rankings rankings;
  private final Audits audits;
  private final Syntheses syntheses;

  JudgeResource(
      Comparisons comparisons,
      Judges judges,
      Ratings ratings,
      Rankings rankings,
      Audits audits,
      Syntheses syntheses) {
    this.comparisons = comparisons;
    this.judges = judges;
    this.ratings = ratings;
    this.rankings = rankings;
    this.audits = audits;
    this.syntheses = syntheses;
  }

  @POST
  @Path("/compare")
  @Operation(summary = "Compares two completions: a CompareRequest, answered by a Verdict")
  public Uni<String> compare(String body) {
    CompareRequest.Builder request = CompareRequest.newBuilder();
    ContractJson.read(body, request);
    return comparisons.compare(request.build()).map(ContractJson::write);
  }

  @POST
  @Path("/rate")
  @Operation(summary = "Rates completions: a RateRequest, answered by a RateResponse")
  public Uni<String> rate(String body) {
    RateRequest.Builder request = RateRequest.newBuilder();
    ContractJson.read(body, request);
    return ratings.rate(request.build()).map(ContractJson::write);
  }

  @POST
  @Path("/rank")
  @Operation(summary = "Ranks completions: a RankRequest, answered by a RankResponse")
  public Uni<String> rank(String body) {
    RankRequest.Builder request = RankRequest.newBuilder();
    ContractJson.read(body, request);
    return rankings.rank(request.build()).map(ContractJson::write);
  }

  @POST
  @Path("/synthesize")
  @Operation(
      summary = "Writes preference pairs: a SynthesizeRequest, answered by a SynthesizeResponse")
  public Uni<String> synthesize(String body) {
    SynthesizeRequest.Builder request = SynthesizeRequest.newBuilder();
    ContractJson.read(body, request);
    return syntheses.synthesize(request.build()).map(ContractJson::write);
  }

  @POST
  @Path("/audit")
  @Operation(summary = "Audits a judge: an AuditRequest, answered by an AuditReport")
  public Uni<String> audit(String body) {
    AuditRequest.Builder request = AuditRequest.newBuilder();
    ContractJson.read(body, request);
    return audits.audit(request.build()).map(ContractJson::write);
  }

  @GET
  @Path("/audits")
  @Operation(summary = "The audits that can be asked for")
  public String audits() {
    return ContractJson.write(audits.list());
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
