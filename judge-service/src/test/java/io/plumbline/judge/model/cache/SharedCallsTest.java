package io.plumbline.judge.model.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedCallsTest {
  private final List<UniEmitter<? super String>> started = new ArrayList<>();
  private final List<Integer> cancelled = new ArrayList<>();
  private final SharedCalls<String> calls = new SharedCalls<>(answer -> answer + " again");

  @Test
  void callsOnceForAllWhoAskTheSame() {
    CompletableFuture<String> first = ask("a");
    CompletableFuture<String> second = ask("a");
    CompletableFuture<String> other = ask("b");

    assertThat(started).hasSize(2);
    started.get(0).complete("yes");
    started.get(1).complete("no");

    assertThat(first).isCompletedWithValue("yes");
    assertThat(second).isCompletedWithValue("yes again");
    assertThat(other).isCompletedWithValue("no");
  }

  @Test
  void callsAgainOnceACallHasEnded() {
    ask("a");
    started.get(0).complete("yes");
    CompletableFuture<String> later = ask("a");
    started.get(1).complete("no");

    assertThat(later).isCompletedWithValue("no");
  }

  @Test
  void failsForAll() {
    CompletableFuture<String> first = ask("a");
    CompletableFuture<String> second = ask("a");
    started.get(0).fail(new IllegalStateException("away"));

    assertThatThrownBy(first::join).hasMessageContaining("away");
    assertThatThrownBy(second::join).hasMessageContaining("away");
  }

  @Test
  void failsWhereTheCallCannotBegin() {
    CompletableFuture<String> broken =
        calls
            .ask(
                "a",
                () -> {
                  throw new IllegalStateException("no");
                })
            .subscribeAsCompletionStage();

    assertThatThrownBy(broken::join).hasMessageContaining("no");
    ask("a");
    assertThat(started).hasSize(1);
  }

  @Test
  void goesOnAsLongAsSomebodyWaits() {
    CompletableFuture<String> first = ask("a");
    CompletableFuture<String> second = ask("a");

    first.cancel(true);
    assertThat(cancelled).isEmpty();
    started.get(0).complete("yes");

    assertThat(second).isCompletedWithValue("yes");
  }

  @Test
  void isCancelledWithTheLastWhoWaits() {
    CompletableFuture<String> first = ask("a");
    CompletableFuture<String> second = ask("a");

    first.cancel(true);
    second.cancel(true);
    ask("a");

    assertThat(cancelled).containsExactly(0);
    assertThat(started).hasSize(2);
  }

  private CompletableFuture<String> ask(String key) {
    int number = started.size();
    return calls
        .ask(
            key,
            () ->
                Uni.createFrom()
                    .<String>emitter(started::add)
                    .onCancellation()
                    .invoke(() -> cancelled.add(number)))
        .subscribeAsCompletionStage();
  }
}
