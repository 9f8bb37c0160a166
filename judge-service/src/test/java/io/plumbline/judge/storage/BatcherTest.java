package io.plumbline.judge.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class BatcherTest {
  private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
  private final List<UniEmitter<? super List<Integer>>> working = new CopyOnWriteArrayList<>();
  private final Batcher<Integer, Integer> batcher =
      new Batcher<>(
          3,
          4,
          Duration.ZERO,
          batch -> {
            batches.add(batch);
            return Uni.createFrom().emitter(working::add);
          });

  @Test
  void gathersWhatComesWhileABatchIsUnderWay() {
    List<CompletableFuture<Integer>> results = submitted(1, 2, 3, 4, 5);
    working.get(0).complete(List.of(10));
    working.get(1).complete(List.of(20, 30, 40));
    working.get(2).complete(List.of(50));

    assertThat(batches).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5));
    assertThat(results.stream().map(CompletableFuture::join)).containsExactly(10, 20, 30, 40, 50);
  }

  @Test
  void gathersWhatIsAskedForInOneTurnOfTheEventLoop() {
    Vertx vertx = Vertx.vertx();
    try {
      List<CompletableFuture<Integer>> results = new CopyOnWriteArrayList<>();
      CompletableFuture<Void> nextTurn = new CompletableFuture<>();
      vertx.runOnContext(
          turn -> {
            results.addAll(submitted(1, 2));
            Vertx.currentContext().runOnContext(later -> nextTurn.complete(null));
          });
      nextTurn.join();
      working.get(0).complete(List.of(10, 20));

      assertThat(results.stream().map(CompletableFuture::join)).containsExactly(10, 20);
      assertThat(batches).containsExactly(List.of(1, 2));
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  @Test
  void failsABatchTogetherAndGoesOn() {
    List<CompletableFuture<Integer>> results = submitted(1, 2, 3);
    working.get(0).complete(List.of(10));
    working.get(1).fail(new IllegalStateException("no database"));
    results.addAll(submitted(4));
    working.get(2).complete(List.of(40));

    assertThat(results.get(0)).isCompletedWithValue(10);
    assertThatThrownBy(() -> results.get(1).join()).hasMessageContaining("no database");
    assertThatThrownBy(() -> results.get(2).join()).hasMessageContaining("no database");
    assertThat(results.get(3)).isCompletedWithValue(40);
  }

  @Test
  void refusesMoreThanMayWait() {
    List<CompletableFuture<Integer>> results = submitted(1, 2, 3, 4, 5, 6);

    assertThat(batcher.waiting()).isEqualTo(4);
    assertThatThrownBy(() -> results.get(5).join()).hasCauseInstanceOf(OverloadException.class);
  }

  @Test
  void pausesBetweenBatchesUnlessItIsToEnd() {
    Batcher<Integer, Integer> pausing = pausing();
    CompletableFuture<Integer> first = pausing.submit(1).subscribeAsCompletionStage();
    CompletableFuture<Integer> second = pausing.submit(2).subscribeAsCompletionStage();
    working.get(0).complete(List.of(10));

    assertThat(first).isCompletedWithValue(10);
    assertThat(batches).containsExactly(List.of(1));

    CompletableFuture<Void> drained = pausing.drained().subscribeAsCompletionStage();

    assertThat(batches).containsExactly(List.of(1), List.of(2));
    assertThat(drained).isNotDone();
    working.get(1).complete(List.of(20));
    assertThat(second).isCompletedWithValue(20);
    assertThat(drained).isCompleted();
  }

  @Test
  void isDrainedWhereNothingWaits() {
    assertThat(pausing().drained().subscribeAsCompletionStage()).isCompleted();
  }

  private Batcher<Integer, Integer> pausing() {
    return new Batcher<>(
        3,
        4,
        Duration.ofHours(1),
        batch -> {
          batches.add(batch);
          return Uni.createFrom().emitter(working::add);
        });
  }

  private List<CompletableFuture<Integer>> submitted(int... items) {
    List<CompletableFuture<Integer>> results = new ArrayList<>();
    for (int item : items) {
      results.add(batcher.submit(item).subscribeAsCompletionStage());
    }
    return results;
  }
}
