package io.plumbline.trainer.upstream;

import static java.util.Objects.requireNonNull;

import com.google.rpc.Code;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.plumbline.api.v1alpha1.RunEvent;
import io.plumbline.trainer.fault.Fault;
import io.plumbline.trainer.fault.Faults;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One other service. Its failures name it and its address.
 *
 * @param <S> the stub
 */
final class Upstream<S extends AbstractStub<S>> {
  private static final Duration WATCH_DEADLINE = Duration.ofMinutes(5);

  private final String service;
  private final String address;
  private final UpstreamSettings settings;
  private final ManagedChannel channel;
  private final Guards guards;

  Upstream(String service, String address, UpstreamSettings settings) {
    this.service = requireNonNull(service, "service is null");
    this.address = requireNonNull(address, "address is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.channel = ManagedChannelBuilder.forTarget(address).usePlaintext().build();
    // A channel that failed to connect waits up to two minutes by itself; our retries are sooner.
    this.guards = new Guards(service, settings, channel::resetConnectBackoff);
  }

  ManagedChannel channel() {
    return channel;
  }

  /** Calls under a deadline, again where that may help. */
  <T> Uni<T> call(S stub, Function<S, Uni<T>> method) {
    return guards
        .call(
            () ->
                method.apply(
                    stub.withDeadlineAfter(settings.deadline().toMillis(), TimeUnit.MILLISECONDS)))
        .onFailure()
        .transform(this::named);
  }

  /** Follows a run; a broken stream goes on from the last position seen. */
  Multi<RunEvent> watch(S stub, long after, BiFunction<S, Long, Multi<RunEvent>> method) {
    return watch(stub, after, method, 0);
  }

  private Multi<RunEvent> watch(
      S stub, long after, BiFunction<S, Long, Multi<RunEvent>> method, int failures) {
    var position = new AtomicLong(after);
    return method
        .apply(stub.withDeadlineAfter(WATCH_DEADLINE.toMillis(), TimeUnit.MILLISECONDS), after)
        .onItem()
        .invoke(event -> position.set(event.getPosition()))
        .onFailure()
        .recoverWithMulti(
            failure -> {
              int failed = position.get() > after ? 1 : failures + 1;
              if (!Guards.mayTryAgain(failure) || failed > settings.maxRetries()) {
                return Multi.createFrom().failure(named(failure));
              }
              channel.resetConnectBackoff();
              return Uni.createFrom()
                  .voidItem()
                  .onItem()
                  .delayIt()
                  .by(delayAfter(failed))
                  .onItem()
                  .transformToMulti(ignored -> watch(stub, position.get(), method, failed));
            });
  }

  private Duration delayAfter(int failures) {
    Duration doubled = settings.delay().multipliedBy(1L << Math.min(failures - 1, 16));
    return doubled.compareTo(settings.maxDelay()) > 0 ? settings.maxDelay() : doubled;
  }

  private Fault named(Throwable failure) {
    if (Guards.mayTryAgain(failure)) {
      return new Fault(
          Code.UNAVAILABLE,
          "%s at %s does not answer (%s); start it, then run this again under a new request id"
              .formatted(service, address, failure.getMessage()),
          failure);
    }
    Fault fault = Faults.of(failure);
    return new Fault(
        fault.status().toBuilder()
            .setMessage("%s at %s: %s".formatted(service, address, fault.getMessage()))
            .build());
  }

  void close() {
    channel.shutdownNow();
  }
}
