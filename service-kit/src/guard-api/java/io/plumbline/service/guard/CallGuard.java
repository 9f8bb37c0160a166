package io.plumbline.service.guard;

import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Deadline, bounded retry, circuit breaker and bulkhead around calls that leave the process.
 *
 * <p>The only class that knows SmallRye's programmatic interface, which has another name on each of
 * the two Quarkus lines: this one is for the current line.
 */
public final class CallGuard {
  private final Guard guard;

  public CallGuard(GuardSpec spec) {
    var builder = Guard.create().withDescription(spec.description());
    spec.bulkhead()
        .ifPresent(
            bulkhead ->
                builder.withBulkhead().limit(bulkhead.limit()).queueSize(bulkhead.queue()).done());
    spec.deadline()
        .ifPresent(
            deadline ->
                builder.withTimeout().duration(deadline.toMillis(), ChronoUnit.MILLIS).done());
    GuardSpec.Circuit circuit = spec.circuit();
    GuardSpec.Retry retry = spec.retry();
    this.guard =
        builder
            .withCircuitBreaker()
            .requestVolumeThreshold(circuit.volume())
            .failureRatio(circuit.failureRatio())
            .delay(circuit.open().toMillis(), ChronoUnit.MILLIS)
            .when(circuit.when())
            .done()
            .withRetry()
            .maxRetries(retry.maximum())
            .maxDuration(retry.longest().toMillis(), ChronoUnit.MILLIS)
            .jitter(retry.jitter().toMillis(), ChronoUnit.MILLIS)
            .whenException(retry.when())
            .beforeRetry(retry.before())
            .withCustomBackoff()
            .strategy(retry.backoff())
            .done()
            .done()
            .build();
  }

  /** Calls; every attempt asks the supplier anew. */
  public <T> Uni<T> call(Supplier<Uni<T>> attempt) {
    return guard.get(attempt, new TypeLiteral<Uni<T>>() {});
  }
}
