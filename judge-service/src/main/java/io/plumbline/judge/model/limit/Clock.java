package io.plumbline.judge.model.limit;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A monotonic clock that can also wake. */
public interface Clock {
  /** In nanoseconds, of use for differences alone. */
  long now();

  void after(Duration wait, Runnable task);

  /** The machine's own. */
  static Clock system() {
    return new Clock() {
      @Override
      public long now() {
        return System.nanoTime();
      }

      @Override
      public void after(Duration wait, Runnable task) {
        Infrastructure.getDefaultWorkerPool().schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
      }
    };
  }
}
