package io.plumbline.service.guard;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Deadline, bounded retry with jitter, circuit breaker and bulkhead around one model's calls. */
public final class ModelGuard {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final GuardSpec.Circuit CIRCUIT =
      new GuardSpec.Circuit(50, 0.9, Duration.ofSeconds(1), ModelGuard::opensCircuit);

  private final CallGuard guard;

  public ModelGuard(String model, GuardLimits limits) {
    this.guard =
        new CallGuard(
            new GuardSpec(
                model,
                Optional.of(new GuardSpec.Bulkhead(limits.concurrency(), limits.queue())),
                limits.deadline(),
                CIRCUIT,
                new GuardSpec.Retry(
                    limits.retries(),
                    LONGEST,
                    Duration.ZERO,
                    ModelGuard::mayRetry,
                    () -> {},
                    () -> new Backoff(limits.backoff()))));
  }

  /** Calls; every attempt asks the supplier anew. */
  public <T> Uni<T> call(Supplier<Uni<T>> attempt) {
    return guard.call(attempt);
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
