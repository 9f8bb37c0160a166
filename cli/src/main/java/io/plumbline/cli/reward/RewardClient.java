package io.plumbline.cli.reward;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.CreateHeadTrainingRequest;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.HeadTraining;
import io.plumbline.api.v1alpha1.HeadTrainingServiceGrpc;
import io.plumbline.api.v1alpha1.HeadTrainingServiceGrpc.HeadTrainingServiceBlockingStub;
import io.plumbline.api.v1alpha1.HeadTrainingSpec;
import io.plumbline.api.v1alpha1.RewardServiceGrpc;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.plumbline.cli.client.RunWatch;
import io.plumbline.cli.client.ServiceErrors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** reward-service as the commands need it; its refusals become errors of the command line. */
final class RewardClient implements AutoCloseable {
  private static final String SERVICE = "reward-service";
  private static final int DEADLINE_SECONDS = 300;

  private final ManagedChannel channel;

  RewardClient(ManagedChannel channel) {
    this.channel = channel;
  }

  ScoreResponse score(ScoreRequest request) {
    return answered(
        () ->
            RewardServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .score(request));
  }

  /**
   * Trains a head to its end, handing on what happens.
   *
   * @param requestId the same one gives the same training
   * @return the training, which succeeded
   */
  HeadTraining train(String requestId, HeadTrainingSpec spec, Consumer<RunEvent> listener) {
    String id = answered(() -> create(requestId, spec));
    return new RunWatch<>(
            SERVICE,
            position ->
                trainings()
                    .watchHeadTraining(
                        WatchRunRequest.newBuilder().setId(id).setAfterPosition(position).build()),
            () ->
                trainings()
                    .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .getHeadTraining(GetRunRequest.newBuilder().setId(id).build()),
            HeadTraining::getStatus)
        .succeeded("the head training", listener);
  }

  private String create(String requestId, HeadTrainingSpec spec) {
    return trainings()
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .createHeadTraining(
            CreateHeadTrainingRequest.newBuilder().setRequestId(requestId).setSpec(spec).build())
        .getStatus()
        .getId();
  }

  private HeadTrainingServiceBlockingStub trainings() {
    return HeadTrainingServiceGrpc.newBlockingStub(channel);
  }

  private static <T> T answered(Supplier<T> call) {
    try {
      return call.get();
    } catch (StatusRuntimeException refused) {
      throw ServiceErrors.of(SERVICE, refused);
    }
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
