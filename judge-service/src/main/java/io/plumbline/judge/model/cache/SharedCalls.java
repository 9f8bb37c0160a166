package io.plumbline.judge.model.cache;

import static java.util.Objects.requireNonNull;

import io.plumbline.judge.loop.Origin;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One call for all who ask the same while it is under way. It is cancelled when the last of them
 * is, and what it fails with, it fails with for all.
 *
 * @param <T> what comes of a call
 */
public final class SharedCalls<T> {
  private final Map<String, Shared> underWay = new ConcurrentHashMap<>();
  private final UnaryOperator<T> again;

  private record Waiting<T>(UniEmitter<? super T> emitter, Origin origin) {}

  /**
   * @param again what all but the first who waits get of a result
   */
  public SharedCalls(UnaryOperator<T> again) {
    this.again = requireNonNull(again, "again is null");
  }

  /**
   * What comes of the call, or of the one that is under way for the key, on the Vert.x context of
   * whoever subscribes.
   */
  public Uni<T> ask(String key, Supplier<Uni<? extends T>> call) {
    return Uni.createFrom()
        .emitter(emitter -> join(key, new Waiting<>(emitter, Origin.here()), call));
  }

  private void join(String key, Waiting<T> waiting, Supplier<Uni<? extends T>> call) {
    Shared own = new Shared(key);
    Shared found = underWay.putIfAbsent(key, own);
    if (found == null) {
      found = own;
    }
    if (!found.join(waiting)) {
      // It ended just now, and is in the map no more.
      join(key, waiting, call);
    } else if (found == own) {
      own.start(call);
    }
  }

  private final class Shared {
    private final String key;
    private final List<Waiting<T>> waiting = new ArrayList<>(1);
    private Cancellable work = () -> {};
    private boolean ended;

    Shared(String key) {
      this.key = key;
    }

    synchronized boolean join(Waiting<T> next) {
      if (ended) {
        return false;
      }
      waiting.add(next);
      next.emitter().onTermination(() -> leave(next));
      return true;
    }

    void start(Supplier<Uni<? extends T>> call) {
      Cancellable started =
          Uni.createFrom()
              .deferred(call)
              .subscribe()
              .with(this::completed, failure -> end().forEach(each -> fail(each, failure)));
      boolean unwanted;
      synchronized (this) {
        work = started;
        unwanted = ended;
      }
      if (unwanted) {
        started.cancel();
      }
    }

    private void completed(T result) {
      List<Waiting<T>> all = end();
      for (int i = 0; i < all.size(); i++) {
        Waiting<T> each = all.get(i);
        T own = i == 0 ? result : again.apply(result);
        each.origin().run(() -> each.emitter().complete(own));
      }
    }

    private void fail(Waiting<T> each, Throwable failure) {
      each.origin().run(() -> each.emitter().fail(failure));
    }

    private synchronized List<Waiting<T>> end() {
      ended = true;
      underWay.remove(key, this);
      List<Waiting<T>> all = List.copyOf(waiting);
      waiting.clear();
      return all;
    }

    // Comes after every ending, and is of interest where it is the caller's own.
    private void leave(Waiting<T> left) {
      Cancellable unwanted;
      synchronized (this) {
        if (!waiting.remove(left) || !waiting.isEmpty()) {
          return;
        }
        ended = true;
        underWay.remove(key, this);
        unwanted = work;
      }
      unwanted.cancel();
    }
  }
}
