package io.plumbline.judge.grpc;

import io.plumbline.service.door.UnaryCall;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Ends a call when its client's deadline has passed, which the server does not do by itself. */
final class Deadline {
  private Deadline() {}

  static <T> Uni<T> bounded(Supplier<Uni<T>> call) {
    return UnaryCall.answer(call::get, GrpcErrors::of);
  }
}
