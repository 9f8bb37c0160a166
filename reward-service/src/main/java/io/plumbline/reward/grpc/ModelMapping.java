package io.plumbline.reward.grpc;

import io.plumbline.api.v1alpha1.ListRewardModelsResponse;
import io.plumbline.api.v1alpha1.RewardModel;
import io.plumbline.reward.registry.ModelPage;
import io.plumbline.reward.registry.ModelVersion;

/** Models of the registry on the wire. */
final class ModelMapping {
  private ModelMapping() {}

  static RewardModel model(ModelVersion model) {
    return RewardModel.newBuilder()
        .setName(model.name())
        .setVersion(model.version())
        .addAllAliases(model.aliases())
        .setKind(model.kind())
        .setDigest(model.digest())
        .putAllMetrics(model.metrics())
        .build();
  }

  static ListRewardModelsResponse page(ModelPage page) {
    return ListRewardModelsResponse.newBuilder()
        .addAllModels(page.models().stream().map(ModelMapping::model).toList())
        .setNextPageToken(page.nextToken())
        .build();
  }
}
