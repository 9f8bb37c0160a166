package io.plumbline.judge.model.limit;

import io.plumbline.judge.loop.Origin;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/**
 * Lets callers through one after another, in the order in which they came, each as soon as nothing
 * keeps it. Whoever is cancelled leaves its place to those behind it.
 *
 * @param <T> what waits
 */
final class Turnstile<T> {
  /** Waits for {@link #changed}, not for a time. */
  static final Duration UNTIL_CHANGED = Duration.ofSeconds(Long.MAX_VALUE);

  private final int capacity;
  private final Function<T, Duration> gate;
  private final Clock clock;
  private final Set<Waiting<T>> queue = new LinkedHashSet<>();
  private final AtomicInteger calls = new AtomicInteger();
  private long alarm = Long.MAX_VALUE;

  private record Waiting<T>(T item, UniEmitter<? super Void> emitter, Origin origin) {}

  /**
   * @param capacity callers that may wait; further ones are refused
   * @param gate for how long the first caller has to wait yet, zero when it has passed; what it
   *     throws is that caller's failure
   */
  Turnstile(int capacity, Clock clock, Function<T, Duration> gate) {
    this.capacity = Math.max(1, capacity);
    this.clock = clock;
    this.gate = gate;
  }

  /**
   * Completes when the caller has passed, where it came from; fails with {@link BulkheadException}
   * if too many wait.
   */
  Uni<Void> enter(T item) {
    return Uni.createFrom().emitter(emitter -> add(new Waiting<>(item, emitter, Origin.here())));
  }

  /** Looks whether the first caller may pass now. */
  void changed() {
    // One thread lets all through: whoever passes may end at once and bring about the next change.
    if (calls.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      while (passed()) {
        // The next one.
      }
      seen = calls.addAndGet(-seen);
    } while (seen != 0);
  }

  int waiting() {
    synchronized (queue) {
      return queue.size();
    }
  }

  private void add(Waiting<T> next) {
    synchronized (queue) {
      if (queue.size() >= capacity) {
        next.emitter().fail(new BulkheadException(capacity + " calls wait already"));
        return;
      }
      queue.add(next);
    }
    next.emitter().onTermination(() -> leave(next));
    changed();
  }

  private void leave(Waiting<T> left) {
    boolean waited;
    synchronized (queue) {
      waited = queue.remove(left);
    }
    if (waited) {
      changed();
    }
  }

  private boolean passed() {
    Waiting<T> first;
    RuntimeException refusal = null;
    synchronized (queue) {
      Iterator<Waiting<T>> all = queue.iterator();
      if (!all.hasNext()) {
        return false;
      }
      first = all.next();
      try {
        Duration wait = gate.apply(first.item());
        if (!wait.isZero()) {
          wake(wait);
          return false;
        }
      } catch (RuntimeException refused) {
        refusal = refused;
      }
      all.remove();
    }
    RuntimeException failure = refusal;
    first.origin().run(() -> end(first.emitter(), failure));
    return true;
  }

  private static void end(UniEmitter<? super Void> emitter, RuntimeException failure) {
    if (failure == null) {
      emitter.complete(null);
    } else {
      emitter.fail(failure);
    }
  }

  // An earlier alarm that is set already will do. One that is set for later is left alone: its time
  // is not the next any more when it comes.
  private void wake(Duration wait) {
    if (wait.equals(UNTIL_CHANGED)) {
      return;
    }
    long time = clock.now() + wait.toNanos();
    if (time < alarm) {
      alarm = time;
      clock.after(wait, () -> alarmed(time));
    }
  }

  private void alarmed(long time) {
    synchronized (queue) {
      if (time != alarm) {
        return;
      }
      alarm = Long.MAX_VALUE;
    }
    changed();
  }
}
