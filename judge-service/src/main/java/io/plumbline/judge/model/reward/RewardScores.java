package io.plumbline.judge.model.reward;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.api.v1alpha1.MutinyRewardServiceGrpc.MutinyRewardServiceStub;
import io.plumbline.api.v1alpha1.ScoreRequest;
import io.plumbline.api.v1alpha1.ScoreResponse;
import io.plumbline.judge.settings.JudgeSettings;
import io.plumbline.service.guard.GuardLimits;
import io.plumbline.service.guard.ModelGuard;
import io.plumbline.service.guard.PermanentFailureException;
import io.plumbline.service.guard.TransientFailureException;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks reward-service for scores, with a deadline on every attempt. */
@ApplicationScoped
public class RewardScores {
  private static final Duration BACKOFF = Duration.ofMillis(250);
  private static final Set<Status.Code> TRANSIENT =
      Set.of(
          Status.Code.UNAVAILABLE,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.RESOURCE_EXHAUSTED,
          Status.Code.ABORTED);

  private final MutinyRewardServiceStub rewards;
  private final JudgeSettings.RewardSettings settings;
  private final ModelGuard guard;

  RewardScores(@GrpcClient("reward") MutinyRewardServiceStub rewards, JudgeSettings settings) {
    this.rewards = rewards;
    this.settings = settings.reward();
    // The client's own deadline ends an attempt; the guard's, a little later, ends a lost one.
    this.guard =
        new ModelGuard(
            "reward-service",
            new GuardLimits(
                Optional.of(this.settings.deadline().plusSeconds(5)),
                this.settings.concurrency(),
                GuardLimits.QUEUE,
                this.settings.retries(),
                BACKOFF));
  }

  public Uni<ScoreResponse> score(ScoreRequest request) {
    return guard.call(
        () ->
            rewards
                .withDeadlineAfter(settings.deadline().toMillis(), TimeUnit.MILLISECONDS)
                .score(request)
                .onFailure(StatusRuntimeException.class)
                .transform(failure -> classified((StatusRuntimeException) failure)));
  }

  private static RuntimeException classified(StatusRuntimeException failure) {
    Status status = failure.getStatus();
    String description = status.getDescription() == null ? "" : ": " + status.getDescription();
    String message = "reward-service: " + status.getCode() + description;
    return TRANSIENT.contains(status.getCode())
        ? new TransientFailureException(
            message, Optional.empty(), status.getCode() == Status.Code.RESOURCE_EXHAUSTED)
        : new PermanentFailureException(message);
  }
}
