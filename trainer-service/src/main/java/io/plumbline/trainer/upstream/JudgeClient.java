package io.plumbline.trainer.upstream;

import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.MutinyEvaluationServiceGrpc;
import io.plumbline.api.v1alpha1.MutinyEvaluationServiceGrpc.MutinyEvaluationServiceStub;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** judge-service at {@code plumbline.judge.address}: evaluations. */
@ApplicationScoped
public class JudgeClient {
  private final Upstream<MutinyEvaluationServiceStub> upstream;
  private final MutinyEvaluationServiceStub evaluations;

  @Inject
  JudgeClient(
      @ConfigProperty(name = "plumbline.judge.address", defaultValue = "127.0.0.1:9081")
          String address,
      UpstreamSettings settings) {
    upstream = new Upstream<>("judge-service", address, settings);
    evaluations = MutinyEvaluationServiceGrpc.newMutinyStub(upstream.channel());
  }

  public Uni<Evaluation> create(CreateEvaluationRequest request) {
    return upstream.call(evaluations, stub -> stub.createEvaluation(request));
  }

  public Multi<RunEvent> watch(String id, long after) {
    return upstream.watch(
        evaluations,
        after,
        (stub, position) ->
            stub.watchEvaluation(
                WatchRunRequest.newBuilder().setId(id).setAfterPosition(position).build()));
  }

  public Uni<Evaluation> get(String id) {
    return upstream.call(
        evaluations, stub -> stub.getEvaluation(GetRunRequest.newBuilder().setId(id).build()));
  }

  public Uni<Evaluation> cancel(String id) {
    return upstream.call(
        evaluations,
        stub -> stub.cancelEvaluation(CancelRunRequest.newBuilder().setId(id).build()));
  }

  @PreDestroy
  void close() {
    upstream.close();
  }
}
