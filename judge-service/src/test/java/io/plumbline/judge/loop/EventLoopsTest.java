package io.plumbline.judge.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.ContextKey;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopsTest {
  private static final int LOOPS = 3;

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
  private final EventLoops loops = new EventLoops(vertx);
  private final Context caller =
      VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());

  @AfterEach
  void closes() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void usesEveryLoopForTheCallsOfOneContext() {
    Set<Thread> threads = new HashSet<>();
    for (int i = 0; i < LOOPS; i++) {
      threads.add(fromCaller(() -> loops.spread(EventLoopsTest::thread)));
    }

    assertThat(threads).hasSize(LOOPS);
  }

  @Test
  void givesEveryPieceOfWorkAContextOfItsOwn() {
    Set<Context> contexts = new HashSet<>();
    for (int i = 0; i < 2 * LOOPS; i++) {
      contexts.add(
          fromCaller(() -> loops.spread(() -> Uni.createFrom().item(Vertx.currentContext()))));
    }

    assertThat(contexts).hasSize(2 * LOOPS).allMatch(VertxContext::isDuplicatedContext);
  }

  @Test
  void answersOnTheContextOfWhoeverAsks() {
    for (int i = 0; i < LOOPS; i++) {
      Context answered =
          fromCaller(() -> loops.spread(EventLoopsTest::thread).map(any -> Vertx.currentContext()));
      assertThat(answered).isSameAs(caller);
    }
  }

  @Test
  void failsOnThatContextWithWhatTheWorkThrew() {
    Supplier<Uni<Thread>> failing =
        () ->
            loops
                .<Thread>spread(
                    () -> {
                      throw new IllegalStateException("broken");
                    })
                .onFailure()
                .transform(
                    failure ->
                        new IllegalStateException(
                            failure.getMessage() + (Vertx.currentContext() == caller)));

    assertThatThrownBy(() -> fromCaller(failing))
        .isInstanceOf(CompletionException.class)
        .hasMessageContaining("brokentrue");
  }

  @Test
  void cancelsTheWorkWithItsCaller() {
    CompletableFuture<Void> cancelled = new CompletableFuture<>();
    CompletableFuture<Void> begun = new CompletableFuture<>();
    var call =
        loops
            .spread(
                () -> {
                  begun.complete(null);
                  return Uni.createFrom()
                      .nothing()
                      .onCancellation()
                      .invoke(() -> cancelled.complete(null));
                })
            .subscribe()
            .with(any -> {});
    begun.join();
    call.cancel();

    assertThat(cancelled.orTimeout(10, TimeUnit.SECONDS)).succeedsWithin(10, TimeUnit.SECONDS);
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker") // The scope ends with the context that it is on.
  void carriesTheTraceOver() {
    ContextKey<String> key = ContextKey.named("trace");
    String found =
        fromCaller(
            () -> {
              io.opentelemetry.context.Context.current().with(key, "the caller's").makeCurrent();
              return loops.spread(
                  () -> Uni.createFrom().item(io.opentelemetry.context.Context.current().get(key)));
            });

    assertThat(found).isEqualTo("the caller's");
  }

  private static Uni<Thread> thread() {
    return Uni.createFrom().item(Thread.currentThread());
  }

  private <T> T fromCaller(Supplier<Uni<T>> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    caller.runOnContext(
        ignored -> call.get().subscribe().with(result::complete, result::completeExceptionally));
    return result.orTimeout(10, TimeUnit.SECONDS).join();
  }
}
