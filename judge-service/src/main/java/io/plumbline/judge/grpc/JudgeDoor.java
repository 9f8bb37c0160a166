package io.plumbline.judge.grpc;

import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.JudgeService;
import io.plumbline.api.v1alpha1.ListJudgesRequest;
import io.plumbline.api.v1alpha1.ListJudgesResponse;
import io.plumbline.api.v1alpha1.ListProtocolsRequest;
import io.plumbline.api.v1alpha1.ListProtocolsResponse;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.judge.compare.Comparisons;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.judging.KnownProtocols;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** {@code plumbline.v1alpha1.JudgeService}. */
@GrpcService
public class JudgeDoor implements JudgeService {
  private final Comparisons comparisons;
  private final Judges judges;

  JudgeDoor(Comparisons comparisons, Judges judges) {
    this.comparisons = comparisons;
    this.judges = judges;
  }

  @Override
  public Uni<Verdict> compare(CompareRequest request) {
    return Deadline.bounded(() -> comparisons.compare(request));
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
