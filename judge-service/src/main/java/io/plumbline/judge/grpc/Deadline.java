package io.plumbline.judge.grpc;

import io.grpc.Context;
import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Ends a call when its client's deadline has passed, which the server does not do by itself. */
final class Deadline {
  private Deadline() {}

  static <T> Uni<T> bounded(Supplier<Uni<T>> call) {
    io.grpc.Deadline deadline = Context.current().getDeadline();
    // What the call throws itself takes the way of what its answer fails with.
    Uni<T> answer = Uni.createFrom().deferred(call::get);
    if (deadline != null) {
      Duration remaining =
          Duration.ofMillis(Math.max(1, deadline.timeRemaining(TimeUnit.MILLISECONDS)));
      answer =
          answer.ifNoItem().after(remaining).failWith(Status.DEADLINE_EXCEEDED::asRuntimeException);
    }
    return answer.onFailure().transform(GrpcErrors::of);
  }
}
