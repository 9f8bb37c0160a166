package io.plumbline.reward.grpc;

import io.plumbline.service.door.UnaryCall;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.function.Supplier;

/** Runs a unary call to its answer, its failure's status, or its deadline. */
final class Answer {
  private Answer() {}

  static <T> Uni<T> of(Supplier<Uni<? extends T>> call) {
    return UnaryCall.answer(call, Failures::toStatus);
  }

  /** Begins off the event loop: for requests whose very reading takes long. */
  static <T> Uni<T> aside(Supplier<Uni<? extends T>> call) {
    return of(
        () ->
            Uni.createFrom()
                .<T>deferred(call)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
  }
}
