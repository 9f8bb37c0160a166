package io.plumbline.judge.grpc;

import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationService;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.ListEvaluationsResponse;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsResponse;
import io.plumbline.api.v1alpha1.ResumeEvaluationRequest;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.judge.request.RunIds;
import io.plumbline.judge.run.EvaluationRuns;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** {@code plumbline.v1alpha1.EvaluationService}. */
@GrpcService
public class EvaluationDoor implements EvaluationService {
  private final EvaluationRuns runs;

  EvaluationDoor(EvaluationRuns runs) {
    this.runs = runs;
  }

  @Override
  public Uni<Evaluation> createEvaluation(CreateEvaluationRequest request) {
    return Deadline.bounded(() -> runs.create(request));
  }

  @Override
  public Uni<Evaluation> getEvaluation(GetRunRequest request) {
    return Deadline.bounded(() -> runs.get(RunIds.of("id", request.getId())));
  }

  @Override
  public Uni<ListEvaluationsResponse> listEvaluations(ListRunsRequest request) {
    return Deadline.bounded(() -> runs.list(request));
  }

  @Override
  public Multi<RunEvent> watchEvaluation(WatchRunRequest request) {
    return Multi.createFrom()
        .deferred(() -> runs.watch(RunIds.of("id", request.getId()), request.getAfterPosition()))
        .onFailure()
        .transform(GrpcErrors::of);
  }

  @Override
  public Uni<Evaluation> cancelEvaluation(CancelRunRequest request) {
    return Deadline.bounded(() -> runs.cancel(RunIds.of("id", request.getId())));
  }

  @Override
  public Uni<Evaluation> resumeEvaluation(ResumeEvaluationRequest request) {
    return Deadline.bounded(
        () -> runs.resume(RunIds.of("id", request.getId()), request.getBudget()));
  }

  @Override
  public Uni<ListVerdictsResponse> listVerdicts(ListVerdictsRequest request) {
    return Deadline.bounded(
        () -> runs.verdicts(RunIds.of("evaluation_id", request.getEvaluationId()), request));
  }
}
