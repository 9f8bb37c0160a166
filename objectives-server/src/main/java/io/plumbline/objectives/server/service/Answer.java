package io.plumbline.objectives.server.service;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.function.Supplier;

/** Answers of unary calls. */
final class Answer {
  private Answer() {}

  /**
   * Answers with what {@code work} gives or with why it failed. Does nothing when the caller has
   * left or its deadline has passed.
   */
  static <T> void unary(ServerCallStreamObserver<T> call, Supplier<T> work) {
    if (call.isCancelled()) {
      return;
    }
    T answer;
    try {
      answer = work.get();
    } catch (RuntimeException | Error e) {
      // An Error too: a caller that is told nothing waits until its deadline.
      call.onError(Refusals.of(e));
      return;
    }
    call.onNext(answer);
    call.onCompleted();
  }
}
