package io.plumbline.reward.grpc;

import io.plumbline.api.v1alpha1.EmbedRequest;
import io.plumbline.api.v1alpha1.EmbedResponse;
import io.plumbline.api.v1alpha1.GetRewardModelRequest;
import io.plumbline.api.v1alpha1.ListRewardModelsRequest;
import io.plumbline.api.v1alpha1.ListRewardModelsResponse;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.api.v1alpha1.RewardService;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.SetAliasRequest;
import io.plumbline.reward.encoder.Encoder;
import io.plumbline.reward.encoder.Encoders;
import io.plumbline.reward.registry.ModelName;
import io.plumbline.reward.registry.ModelReference;
import io.plumbline.reward.registry.ModelRegistry;
import io.plumbline.reward.score.Scorer;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The gRPC door to scores, embeddings and the registry. */
@GrpcService
public class RewardDoor implements RewardService {
  private final Scorer scorer;
  private final Encoders encoders;
  private final ModelRegistry registry;

  RewardDoor(Scorer scorer, Encoders encoders, ModelRegistry registry) {
    this.scorer = scorer;
    this.encoders = encoders;
    this.registry = registry;
  }

  @Override
  public Uni<ScoreResponse> score(ScoreRequest request) {
    Supplier<Uni<? extends ScoreResponse>> call =
        () -> scorer.score(ScoreMapping.scoring(request)).map(ScoreMapping::response);
    return request.hasEmbeddings() ? Answer.aside(call) : Answer.of(call);
  }

  @Override
  public Uni<EmbedResponse> embed(EmbedRequest request) {
    return Answer.of(
        () -> {
          Encoder encoder = encoders.require("encoder", request.getEncoder());
          return encoders
              .embed(encoder, EmbedMapping.texts(request))
              .map(vectors -> EmbedMapping.response(encoder, vectors));
        });
  }

  @Override
  public Uni<RewardModel> getRewardModel(GetRewardModelRequest request) {
    return Answer.of(
        () ->
            registry.get(ModelReference.parse("name", request.getName())).map(ModelMapping::model));
  }

  @Override
  public Uni<ListRewardModelsResponse> listRewardModels(ListRewardModelsRequest request) {
    return Answer.of(
        () ->
            registry
                .list(Pages.size(request.getPageSize()), request.getPageToken())
                .map(ModelMapping::page));
  }

  @Override
  public Uni<RewardModel> setAlias(SetAliasRequest request) {
    return Answer.of(
        () ->
            registry
                .setAlias(
                    ModelName.require("name", request.getName()),
                    request.getVersion(),
                    ModelName.require("alias", request.getAlias()))
                .map(ModelMapping::model));
  }
}
