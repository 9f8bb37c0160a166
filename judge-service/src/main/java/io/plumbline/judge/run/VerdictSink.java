package io.plumbline.judge.run;

import io.plumbline.judge.run.store.NewVerdict;
import io.plumbline.judge.run.store.VerdictWrites;
import io.plumbline.judge.storage.Batcher;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;

/**
 * Stores the verdicts of one run together, several times a second. Judging goes on meanwhile, until
 * too many wait for the database.
 */
final class VerdictSink {
  private static final int LARGEST = 512;
  private static final int MOST_WAITING = 1_024;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Batcher<NewVerdict, Boolean> batches;
  private volatile Throwable failure;
  private volatile Uni<Boolean> last = Uni.createFrom().item(true);

  VerdictSink(UUID run, UUID worker, VerdictWrites writes) {
    // More than may wait never come: one for each comparison judged at the same time.
    this.batches =
        new Batcher<>(
            LARGEST,
            Integer.MAX_VALUE,
            PAUSE,
            verdicts ->
                writes
                    .save(run, worker, verdicts)
                    .map(
                        kept -> {
                          if (!kept) {
                            throw new LostRunException();
                          }
                          return Collections.nCopies(verdicts.size(), true);
                        }));
  }

  /** Completes when the next verdict may come. */
  Uni<Void> add(NewVerdict verdict) {
    if (failure != null) {
      return Uni.createFrom().failure(failure);
    }
    boolean full = batches.waiting() >= MOST_WAITING;
    Uni<Boolean> stored = batches.submit(verdict).memoize().indefinitely();
    stored.subscribe().with(ignored -> {}, broken -> failure = broken);
    last = stored;
    return full ? stored.replaceWithVoid() : Uni.createFrom().voidItem();
  }

  /** Completes when all are stored, and fails if one was not. */
  Uni<Void> drained() {
    // Batches end in order, so the last one's end is that of all.
    return last.chain(
        () ->
            failure == null
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().<Void>failure(failure));
  }
}
