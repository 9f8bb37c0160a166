package io.plumbline.judge.storage;

import static java.util.Objects.requireNonNull;

import io.plumbline.judge.loop.Origin;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * Gathers what is asked for while one batch is under way, and does it together in the next: a
 * statement for many callers instead of one each. What is asked for while nothing is under way
 * waits for the end of its caller's turn on the event loop only.
 *
 * @param <T> what is asked for
 * @param <R> what comes of it
 */
public final class Batcher<T, R> {
  private final int largest;
  private final int capacity;
  private final Duration pause;
  private final Function<List<T>, Uni<List<R>>> work;
  private final Queue<Waiting<T, R>> queue = new ArrayDeque<>();
  private final List<UniEmitter<? super Void>> drains = new ArrayList<>();
  private State state = State.IDLE;

  private enum State {
    IDLE,
    WORKING,
    PAUSING
  }

  private record Waiting<T, R>(T item, UniEmitter<? super R> emitter, Origin origin) {}

  /**
   * @param largest items of a batch
   * @param capacity items that may wait; further ones fail
   * @param pause between two batches, for larger ones
   * @param work gives one result an item, in the same order
   */
  public Batcher(int largest, int capacity, Duration pause, Function<List<T>, Uni<List<R>>> work) {
    this.largest = largest;
    this.capacity = capacity;
    this.pause = requireNonNull(pause, "pause is null");
    this.work = requireNonNull(work, "work is null");
  }

  /**
   * The item's result, on the Vert.x context of whoever subscribes; fails with its whole batch, or
   * with {@link OverloadException} where too many wait.
   */
  public Uni<R> submit(T item) {
    return Uni.createFrom().emitter(emitter -> add(new Waiting<>(item, emitter, Origin.here())));
  }

  /** How many items wait for the next batch. */
  public int waiting() {
    synchronized (queue) {
      return queue.size();
    }
  }

  /** Completes when nothing waits and nothing is under way; until then there is no pause. */
  public Uni<Void> drained() {
    return Uni.createFrom().emitter(emitter -> drain(emitter));
  }

  private void drain(UniEmitter<? super Void> emitter) {
    synchronized (queue) {
      drains.add(emitter);
      if (state == State.WORKING) {
        return;
      }
      state = State.WORKING;
    }
    next();
  }

  private void add(Waiting<T, R> waiting) {
    synchronized (queue) {
      if (queue.size() >= capacity) {
        waiting.emitter().fail(new OverloadException(capacity + " wait already"));
        return;
      }
      queue.add(waiting);
      if (state != State.IDLE) {
        return;
      }
      state = State.WORKING;
    }
    // After the caller's turn: what it asks for together, such as both orders, is one batch.
    waiting.origin().later(this::next);
  }

  private void next() {
    List<Waiting<T, R>> batch = new ArrayList<>();
    List<UniEmitter<? super Void>> drained = List.of();
    synchronized (queue) {
      while (batch.size() < largest && !queue.isEmpty()) {
        batch.add(queue.remove());
      }
      if (batch.isEmpty()) {
        state = State.IDLE;
        drained = List.copyOf(drains);
        drains.clear();
      }
    }
    if (batch.isEmpty()) {
      drained.forEach(emitter -> emitter.complete(null));
      return;
    }
    Uni.createFrom()
        .deferred(() -> work.apply(batch.stream().map(Waiting::item).toList()))
        .subscribe()
        .with(
            results -> {
              for (int i = 0; i < batch.size(); i++) {
                Waiting<T, R> waiting = batch.get(i);
                R result = results.get(i);
                waiting.origin().later(() -> waiting.emitter().complete(result));
              }
              rest();
            },
            failure -> {
              batch.forEach(
                  waiting -> waiting.origin().later(() -> waiting.emitter().fail(failure)));
              rest();
            });
  }

  private void rest() {
    boolean pauses;
    synchronized (queue) {
      pauses = !pause.isZero() && drains.isEmpty();
      if (pauses) {
        state = State.PAUSING;
      }
    }
    if (pauses) {
      Uni.createFrom()
          .voidItem()
          .onItem()
          .delayIt()
          .by(pause)
          .subscribe()
          .with(ignored -> wake(), impossible -> wake());
    } else {
      next();
    }
  }

  // Whoever drains may have ended the pause already.
  private void wake() {
    synchronized (queue) {
      if (state != State.PAUSING) {
        return;
      }
      state = State.WORKING;
    }
    next();
  }
}
