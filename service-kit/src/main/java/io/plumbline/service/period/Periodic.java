package io.plumbline.service.period;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does a piece of work at once and then at intervals, never twice at the same time. */
public final class Periodic {
  private Periodic() {}

  /**
   * Begins; what comes due while the work is under way is left out.
   *
   * @param work recovers from failures of its own, for one ends the repetition
   * @param broken is told of such a failure
   */
  public static Cancellable every(
      Duration interval, Supplier<Uni<Void>> work, Consumer<Throwable> broken) {
    return Multi.createFrom()
        .ticks()
        .every(interval)
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(tick -> work.get())
        .subscribe()
        .with(ignored -> {}, broken);
  }
}
