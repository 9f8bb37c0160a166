package io.plumbline.trainer.upstream;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.plumbline.service.guard.CallGuard;
import io.plumbline.service.guard.Doubling;
import io.plumbline.service.guard.GuardSpec;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Bounded retry with jitter around a circuit breaker, for one service. */
final class Guards {
  private static final Set<Status.Code> MAY_SUCCEED =
      EnumSet.of(
          Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.RESOURCE_EXHAUSTED);
  private static final GuardSpec.Circuit CIRCUIT =
      new GuardSpec.Circuit(20, 0.75, Duration.ofSeconds(2), Guards::mayTryAgain);

  private final CallGuard guard;

  Guards(String service, UpstreamSettings settings, Runnable beforeRetry) {
    guard =
        new CallGuard(
            new GuardSpec(
                service,
                Optional.empty(),
                Optional.empty(),
                CIRCUIT,
                new GuardSpec.Retry(
                    settings.maxRetries(),
                    settings.maxDuration(),
                    settings.delay().dividedBy(2),
                    Guards::mayTryAgain,
                    beforeRetry,
                    () -> new Doubling(settings.delay(), settings.maxDelay()))));
  }

  <T> Uni<T> call(Supplier<Uni<T>> once) {
    return guard.call(once);
  }

  /** Whether the same call may succeed a little later. */
  static boolean mayTryAgain(Throwable failure) {
    return failure instanceof CircuitBreakerOpenException
        || (failure instanceof StatusRuntimeException status
            && MAY_SUCCEED.contains(status.getStatus().getCode()));
  }
}
