package io.plumbline.judge.leaderboard;

import io.plumbline.judge.settings.LeaderboardSettings;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The threads on which leaderboards are computed: few, with a bounded queue before them. */
@ApplicationScoped
public class Workers {
  private final ThreadPoolExecutor threads;

  Workers(LeaderboardSettings settings) {
    this.threads =
        new ThreadPoolExecutor(
            settings.threads(),
            settings.threads(),
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.queue()));
    threads.allowCoreThreadTimeOut(true);
  }

  /** Computes on one of the threads; a {@link BusyException} where the queue is full. */
  <T> Uni<T> run(Supplier<T> computation) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              try {
                threads.execute(
                    () -> {
                      try {
                        emitter.complete(computation.get());
                      } catch (RuntimeException | Error failure) {
                        emitter.fail(failure);
                      }
                    });
              } catch (RejectedExecutionException full) {
                emitter.fail(new BusyException(full));
              }
            });
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
