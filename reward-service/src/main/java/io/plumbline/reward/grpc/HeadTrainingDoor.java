package io.plumbline.reward.grpc;

import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateHeadTrainingRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.HeadTrainingService;
import io.plumbline.api.v1alpha1.ListHeadTrainingsResponse;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.reward.head.HeadTrainings;
import io.plumbline.reward.head.PostedPairs;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The gRPC door to head trainings. */
@GrpcService
public class HeadTrainingDoor implements HeadTrainingService {
  private final HeadTrainings trainings;

  HeadTrainingDoor(HeadTrainings trainings) {
    this.trainings = trainings;
  }

  @Override
  public Uni<HeadTraining> createHeadTraining(CreateHeadTrainingRequest request) {
    return Answer.aside(
        () -> {
          String id = HeadTrainingMapping.requestId(request.getRequestId());
          Optional<PostedPairs> embeddings = HeadTrainingMapping.embeddings(request.getSpec());
          return trainings
              .create(id, HeadTrainingMapping.spec(request.getSpec()), embeddings)
              .map(HeadTrainingMapping::training);
        });
  }

  @Override
  public Uni<HeadTraining> getHeadTraining(GetRunRequest request) {
    return Answer.of(
        () ->
            trainings
                .get(HeadTrainingMapping.id(request.getId()))
                .map(HeadTrainingMapping::training));
  }

  @Override
  public Uni<ListHeadTrainingsResponse> listHeadTrainings(ListRunsRequest request) {
    return Answer.of(
        () -> {
          int size = Pages.size(request.getPageSize());
          int skipped = Pages.skipped(request.getPageToken());
          return trainings
              .list(skipped, size + 1)
              .map(
                  found ->
                      ListHeadTrainingsResponse.newBuilder()
                          .addAllTrainings(
                              found.stream()
                                  .limit(size)
                                  .map(HeadTrainingMapping::training)
                                  .toList())
                          .setNextPageToken(
                              found.size() > size ? Integer.toString(skipped + size) : "")
                          .build());
        });
  }

  @Override
  public Multi<RunEvent> watchHeadTraining(WatchRunRequest request) {
    return Multi.createFrom()
        .deferred(
            () ->
                trainings.watch(
                    HeadTrainingMapping.id(request.getId()), request.getAfterPosition()))
        .map(HeadTrainingMapping::event)
        .onFailure()
        .transform(Failures::toStatus);
  }

  @Override
  public Uni<HeadTraining> cancelHeadTraining(CancelRunRequest request) {
    return Answer.of(
        () ->
            trainings
                .cancel(HeadTrainingMapping.id(request.getId()))
                .map(HeadTrainingMapping::training));
  }
}
