package io.plumbline.service.door;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs a unary call to its answer, its failure's status, or its client's deadline, at which the
 * server does not cancel it by itself.
 */
public final class UnaryCall {
  private UnaryCall() {}

  /**
   * @param call what it throws itself takes the way of what its answer fails with
   * @param toStatus the status of a failure
   */
  public static <T> Uni<T> answer(
      Supplier<Uni<? extends T>> call, Function<Throwable, Throwable> toStatus) {
    Uni<T> answer = Uni.createFrom().deferred(call);
    Deadline deadline = Context.current().getDeadline();
    if (deadline != null) {
      long left = Math.max(1, deadline.timeRemaining(TimeUnit.MILLISECONDS));
      answer =
          answer
              .ifNoItem()
              .after(Duration.ofMillis(left))
              .failWith(
                  () ->
                      Status.DEADLINE_EXCEEDED
                          .withDescription("the deadline passed before the answer was there")
                          .asRuntimeException());
    }
    return answer.onFailure().transform(toStatus);
  }
}
