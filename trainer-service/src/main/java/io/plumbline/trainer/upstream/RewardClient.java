package io.plumbline.trainer.upstream;

import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateHeadTrainingRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.MutinyHeadTrainingServiceGrpc;
import io.plumbline.api.v1alpha1.MutinyHeadTrainingServiceGrpc.MutinyHeadTrainingServiceStub;
import io.plumbline.api.v1alpha1.MutinyRewardServiceGrpc;
import io.plumbline.api.v1alpha1.MutinyRewardServiceGrpc.MutinyRewardServiceStub;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.SetAliasRequest;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** reward-service at {@code plumbline.reward.address}: scores, and trains heads. */
@ApplicationScoped
public class RewardClient {
  private static final String SERVICE = "reward-service";

  private final Upstream<MutinyRewardServiceStub> scoring;
  private final Upstream<MutinyHeadTrainingServiceStub> training;
  private final MutinyRewardServiceStub rewards;
  private final MutinyHeadTrainingServiceStub heads;

  @Inject
  RewardClient(
      @ConfigProperty(name = "plumbline.reward.address", defaultValue = "127.0.0.1:9082")
          String address,
      UpstreamSettings settings) {
    scoring = new Upstream<>(SERVICE, address, settings);
    training = new Upstream<>(SERVICE, address, settings);
    rewards = MutinyRewardServiceGrpc.newMutinyStub(scoring.channel());
    heads = MutinyHeadTrainingServiceGrpc.newMutinyStub(training.channel());
  }

  public Uni<ScoreResponse> score(ScoreRequest request) {
    return scoring.call(rewards, stub -> stub.score(request));
  }

  public Uni<RewardModel> setAlias(SetAliasRequest request) {
    return scoring.call(rewards, stub -> stub.setAlias(request));
  }

  public Uni<HeadTraining> createHeadTraining(CreateHeadTrainingRequest request) {
    return training.call(heads, stub -> stub.createHeadTraining(request));
  }

  public Multi<RunEvent> watchHeadTraining(String id, long after) {
    return training.watch(
        heads,
        after,
        (stub, position) ->
            stub.watchHeadTraining(
                WatchRunRequest.newBuilder().setId(id).setAfterPosition(position).build()));
  }

  public Uni<HeadTraining> getHeadTraining(String id) {
    return training.call(
        heads, stub -> stub.getHeadTraining(GetRunRequest.newBuilder().setId(id).build()));
  }

  public Uni<HeadTraining> cancelHeadTraining(String id) {
    return training.call(
        heads, stub -> stub.cancelHeadTraining(CancelRunRequest.newBuilder().setId(id).build()));
  }

  @PreDestroy
  void close() {
    scoring.close();
    training.close();
  }
}
