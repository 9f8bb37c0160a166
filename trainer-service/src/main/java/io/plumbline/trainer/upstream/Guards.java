package io.plumbline.trainer.upstream;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/**
 * Bounded retry with jitter around a circuit breaker, for one service.
 *
 * <p>The only class that knows SmallRye Fault Tolerance's programmatic interface, which has another
 * name on the older Quarkus line.
 */
final class Guards {
  private static final Set<Status.Code> MAY_SUCCEED =
      EnumSet.of(
          Status.Code.UNAVAILABLE, Status.Code.DEADLINE_EXCEEDED, Status.Code.RESOURCE_EXHAUSTED);
  private static final int VOLUME = 20;
  private static final double FAILURE_RATIO = 0.75;
  private static final long OPEN_SECONDS = 2;

  private final Guard guard;

  Guards(String service, UpstreamSettings settings, Runnable beforeRetry) {
    long delay = settings.delay().toMillis();
    guard =
        Guard.create()
            .withDescription(service)
            .withCircuitBreaker()
            .requestVolumeThreshold(VOLUME)
            .failureRatio(FAILURE_RATIO)
            .delay(OPEN_SECONDS, ChronoUnit.SECONDS)
            .when(Guards::mayTryAgain)
            .done()
            .withRetry()
            .maxRetries(settings.maxRetries())
            .maxDuration(settings.maxDuration().toMillis(), ChronoUnit.MILLIS)
            .delay(delay, ChronoUnit.MILLIS)
            .jitter(delay / 2, ChronoUnit.MILLIS)
            .whenException(Guards::mayTryAgain)
            .beforeRetry(beforeRetry)
            .withExponentialBackoff()
            .factor(2)
            .maxDelay(settings.maxDelay().toMillis(), ChronoUnit.MILLIS)
            .done()
            .done()
            .build();
  }

  <T> Uni<T> call(Supplier<Uni<T>> once) {
    return guard.get(once, new TypeLiteral<Uni<T>>() {});
  }

  /** Whether the same call may succeed a little later. */
  static boolean mayTryAgain(Throwable failure) {
    return failure instanceof CircuitBreakerOpenException
        || (failure instanceof StatusRuntimeException status
            && MAY_SUCCEED.contains(status.getStatus().getCode()));
  }
}
