package io.plumbline.trainer.grpc;

import static java.util.Objects.requireNonNull;

import io.plumbline.api.v1alpha1.CancelRunRequest;
import io.plumbline.api.v1alpha1.CreateTrainingRunRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.api.v1alpha1.ListTrainingRunsResponse;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.TrainingRun;
import io.plumbline.api.v1alpha1.TrainingService;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.trainer.run.RunKind;
import io.plumbline.trainer.run.RunWatch;
import io.plumbline.trainer.training.TrainingRuns;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;

/** Training runs over gRPC. */
@GrpcService
public class TrainingDoor implements TrainingService {
  private final TrainingRuns trainings;
  private final RunWatch watch;

  @Inject
  TrainingDoor(TrainingRuns trainings, RunWatch watch) {
    this.trainings = requireNonNull(trainings, "trainings is null");
    this.watch = requireNonNull(watch, "watch is null");
  }

  @Override
  public Uni<TrainingRun> createTrainingRun(CreateTrainingRunRequest request) {
    return trainings.create(request);
  }

  @Override
  public Uni<TrainingRun> getTrainingRun(GetRunRequest request) {
    return trainings.get(request.getId());
  }

  @Override
  public Uni<ListTrainingRunsResponse> listTrainingRuns(ListRunsRequest request) {
    return trainings
        .list(request.getPageSize(), request.getPageToken())
        .map(
            page ->
                ListTrainingRunsResponse.newBuilder()
                    .addAllRuns(page.items())
                    .setNextPageToken(page.nextToken())
                    .build());
  }

  @Override
  public Multi<RunEvent> watchTrainingRun(WatchRunRequest request) {
    return watch.watch(RunKind.TRAINING, request.getId(), request.getAfterPosition());
  }

  @Override
  public Uni<TrainingRun> cancelTrainingRun(CancelRunRequest request) {
    return trainings.cancel(request.getId());
  }
}
