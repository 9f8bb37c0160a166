package io.plumbline.trainer.run;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Tells those who wait for a run that it changed. A hint only: whoever waits reads the database
 * again, and does so after a while without a hint as well.
 */
@ApplicationScoped
public class RunSignals {
  private final ConcurrentMap<String, CompletableFuture<Void>> next = new ConcurrentHashMap<>();

  /** The next signal of a run; ask before reading, so that nothing falls in between. */
  public Signal next(String runId) {
    return new Signal(runId, next.computeIfAbsent(runId, id -> new CompletableFuture<>()));
  }

  public void signal(String runId) {
    CompletableFuture<Void> waiting = next.remove(runId);
    if (waiting != null) {
      waiting.complete(null);
    }
  }

  /** One signal that has been asked for. */
  public final class Signal {
    private final String runId;
    private final CompletableFuture<Void> future;

    private Signal(String runId, CompletableFuture<Void> future) {
      this.runId = runId;
      this.future = future;
    }

    /** Ends at the signal, or after {@code longest} without one. */
    public Uni<Void> await(Duration longest) {
      // A copy, because a watcher that goes away must not end the wait of the others.
      return Uni.createFrom()
          .completionStage(future::copy)
          .ifNoItem()
          .after(longest)
          .recoverWithUni(
              () -> {
                next.remove(runId, future);
                return Uni.createFrom().voidItem();
              });
    }
  }
}
