package io.plumbline.judge.grpc;

import io.plumbline.api.v1alpha1.AuditReport;
import io.plumbline.api.v1alpha1.AuditRequest;
import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.JudgeService;
import io.plumbline.api.v1alpha1.ListAuditsRequest;
import io.plumbline.api.v1alpha1.ListAuditsResponse;
import io.plumbline.api.v1alpha1.ListJudgesRequest;
import io.plumbline.api.v1alpha1.ListJudgesResponse;
import io.plumbline.api.v1alpha1.ListProtocolsRequest;
import io.plumbline.api.v1alpha1.ListProtocolsResponse;
import io.plumbline.api.v1alpha1.RankRequest;
import io.plumbline.api.v1alpha1.RankResponse;
import io.plumbline.api.v1alpha1.RateRequest;
import io.plumbline.api.v1alpha1.RateResponse;
import io.plumbline.api.v1alpha1.SynthesizeRequest;
import io.plumbline.api.v1alpha1.SynthesizeResponse;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.judge.audit.Audits;
import io.plumbline.judge.compare.Comparisons;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.judging.KnownProtocols;
import io.plumbline.judge.rate.Rankings;
import io.plumbline.judge.rate.Ratings;
import io.plumbline.judge.synthesis.Syntheses;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** {@code plumbline.v1alpha1.JudgeService}. */
@GrpcService
public class JudgeDoor implements JudgeService {
  private final Comparisons comparisons;
  private final Judges judges;
  private final Ratings ratings;
  private final Rankings rankings;
  private final Audits audits;
  private final Syntheses syntheses;

  JudgeDoor(
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

  @Override
  public Uni<Verdict> compare(CompareRequest request) {
    return Deadline.bounded(() -> comparisons.compare(request));
  }

  @Override
  public Uni<RateResponse> rate(RateRequest request) {
    return Deadline.bounded(() -> ratings.rate(request));
  }

  @Override
  public Uni<RankResponse> rank(RankRequest request) {
    return Deadline.bounded(() -> rankings.rank(request));
  }

  @Override
  public Uni<SynthesizeResponse> synthesize(SynthesizeRequest request) {
    return Deadline.bounded(() -> syntheses.synthesize(request));
  }

  @Override
  public Uni<AuditReport> audit(AuditRequest request) {
    return Deadline.bounded(() -> audits.audit(request));
  }

  @Override
  public Uni<ListAuditsResponse> listAudits(ListAuditsRequest request) {
    return Uni.createFrom().item(audits.list());
  }

  @Override
  public Uni<ListJudgesResponse> listJudges(ListJudgesRequest request) {
    return Uni.createFrom()
        .item(ListJudgesResponse.newBuilder().addAllJudges(judges.known()).build());
  }

  @Override
  public Uni<ListProtocolsResponse> listProtocols(ListProtocolsRequest request) {
    return Uni.createFrom().item(KnownProtocols.list());
  }
}
