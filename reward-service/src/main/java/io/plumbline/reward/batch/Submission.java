package io.plumbline.reward.batch;

import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The items that were submitted together, and where their results go. */
final class Submission<O> {
  private final List<O> results;
  private final UniEmitter<? super List<O>> emitter;
  private int missing;
  private boolean ended;

  Submission(int size, UniEmitter<? super List<O>> emitter) {
    this.results = new ArrayList<>(Collections.nCopies(size, null));
    this.missing = size;
    this.emitter = emitter;
  }

  synchronized void cancel() {
    ended = true;
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  void complete(int index, O result) {
    synchronized (this) {
      results.set(index, result);
      missing--;
      if (ended || missing > 0) {
        return;
      }
      ended = true;
    }
    emitter.complete(List.copyOf(results));
  }

  void fail(Throwable failure) {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    emitter.fail(failure);
  }
}
