package io.plumbline.cli.reward;

import io.grpc.ManagedChannel;
import io.grpc.Status;
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
import io.plumbline.cli.client.ServiceErrors;
import io.plumbline.cli.failure.CommandFailedException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** reward-service as the commands need it; its refusals become errors of the command line. */
final class RewardClient implements AutoCloseable {
  private static final String SERVICE = "reward-service";
  private static final int DEADLINE_SECONDS = 300;
  // Consecutive attempts without an event, a second apart.
  private static final int ATTEMPTS = 40;

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
   * Trains a head to its end, handing on what happens; where the connection breaks, it is taken up
   * again after the last event.
   *
   * @param requestId the same one gives the same training
   */
  HeadTraining train(String requestId, HeadTrainingSpec spec, Consumer<RunEvent> listener) {
    AtomicLong position = new AtomicLong();
    int failures = 0;
    while (true) {
      long before = position.get();
      try {
        return follow(create(requestId, spec), position, listener);
      } catch (StatusRuntimeException broken) {
        failures = position.get() > before ? 1 : failures + 1;
        if (broken.getStatus().getCode() != Status.Code.UNAVAILABLE || failures > ATTEMPTS) {
          throw ServiceErrors.of(SERVICE, broken);
        }
        pause();
      }
    }
  }

  private String create(String requestId, HeadTrainingSpec spec) {
    return trainings()
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .createHeadTraining(
            CreateHeadTrainingRequest.newBuilder().setRequestId(requestId).setSpec(spec).build())
        .getStatus()
        .getId();
  }

  private HeadTraining follow(String id, AtomicLong position, Consumer<RunEvent> listener) {
    trainings()
        .watchHeadTraining(
            WatchRunRequest.newBuilder().setId(id).setAfterPosition(position.get()).build())
        .forEachRemaining(
            event -> {
              position.set(event.getPosition());
              listener.accept(event);
            });
    return trainings()
        .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
        .getHeadTraining(GetRunRequest.newBuilder().setId(id).build());
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("stopped before the end", stopped);
    }
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
