package io.plumbline.reward.grpc;

import io.plumbline.service.door.UnaryCall;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Runs a unary call to its answer, its failure's status, or its deadline. */
final class Answer {
  private Answer() {}

  static <T> Uni<T> of(Supplier<Uni<? extends T>> call) {
    return UnaryCall.answer(call, Failures::toStatus);
  }
}
