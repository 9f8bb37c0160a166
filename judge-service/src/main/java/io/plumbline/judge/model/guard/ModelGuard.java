package io.plumbline.judge.model.guard;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Deadline, bounded retry with jitter, circuit breaker and bulkhead around the calls to one model.
 * The only class that knows SmallRye's programmatic interface, which differs between lines.
 */
public final class ModelGuard {
  private static final int QUEUE = 100_000;
  private static final int CIRCUIT_VOLUME = 50;
  private static final double CIRCUIT_FAILURES = 0.9;
  private static final long CIRCUIT_DELAY_MILLIS = 1_000;
  private static final long LONGEST_MINUTES = 10;

  private final Guard guard;

  public ModelGuard(String model, GuardLimits limits) {
    this.guard =
        Guard.create()
            .withDescription(model)
            .withBulkhead()
            .limit(limits.concurrency())
            .queueSize(QUEUE)
            .done()
            .withTimeout()
            .duration(limits.deadline().toMillis(), ChronoUnit.MILLIS)
            .done()
            .withCircuitBreaker()
            .requestVolumeThreshold(CIRCUIT_VOLUME)
            .failureRatio(CIRCUIT_FAILURES)
            .delay(CIRCUIT_DELAY_MILLIS, ChronoUnit.MILLIS)
            .when(ModelGuard::opensCircuit)
            .done()
            .withRetry()
            .maxRetries(limits.retries())
            .maxDuration(LONGEST_MINUTES, ChronoUnit.MINUTES)
            .jitter(0, ChronoUnit.MILLIS)
            .whenException(ModelGuard::mayRetry)
            .withCustomBackoff()
            .strategy(() -> new Backoff(limits.backoff()))
            .done()
            .done()
            .build();
  }

  /** Calls; every attempt asks the supplier anew. */
  public <T> Uni<T> call(Supplier<Uni<T>> attempt) {
    return guard.get(attempt, new TypeLiteral<Uni<T>>() {});
  }

  private static boolean mayRetry(Throwable failure) {
    return failure instanceof TransientFailureException
        || failure instanceof TimeoutException
        || failure instanceof CircuitBreakerOpenException;
  }

  private static boolean opensCircuit(Throwable failure) {
    return failure instanceof TimeoutException
        || (failure instanceof TransientFailureException known && !known.overload());
  }
}
