package io.plumbline.reward.grpc;

import io.grpc.Context;
import io.grpc.Deadline;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs a unary call to its answer, its failure's status, or its deadline. */
final class Answer {
  private Answer() {}

  static <T> Uni<T> of(Supplier<Uni<? extends T>> call) {
    Uni<T> answer = Uni.createFrom().deferred(call);
    Deadline deadline = Context.current().getDeadline();
    if (deadline != null) {
      // Work past a unary call's deadline is not cancelled by the server itself.
      long left = Math.max(1, deadline.timeRemaining(TimeUnit.MILLISECONDS));
      answer = answer.ifNoItem().after(Duration.ofMillis(left)).fail();
    }
    return answer.onFailure().transform(Failures::toStatus);
  }
}
