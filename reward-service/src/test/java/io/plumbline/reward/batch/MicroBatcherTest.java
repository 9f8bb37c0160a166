package io.plumbline.reward.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.reward.failure.BusyException;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MicroBatcherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final BlockingQueue<List<Integer>> batches = new LinkedBlockingQueue<>();

  @Test
  void answersInTheOrderOfTheItems() {
    try (MicroBatcher<Integer, Integer> batcher =
        new MicroBatcher<>("test", 100, 3, 4, MicroBatcherTest::squares)) {
      List<Integer> squares =
          batcher.submit(IntStream.range(0, 50).boxed().toList()).await().atMost(PATIENCE);

      assertThat(squares).isEqualTo(squares(IntStream.range(0, 50).boxed().toList()));
    }
  }

  @Test
  void takesWhatWaitsInBatchesOfAtMostTheSizeAndRefusesWhatDoesNotFit() throws Exception {
    CountDownLatch opened = new CountDownLatch(1);
    try (MicroBatcher<Integer, Integer> batcher =
        new MicroBatcher<>("test", 5, 1, 3, batch -> recorded(batch, opened))) {
      UniAssertSubscriber<List<Integer>> first =
          batcher.submit(List.of(1)).subscribe().withSubscriber(new UniAssertSubscriber<>());
      // The one worker holds the first item, so that five fit and the sixth does not.
      assertThat(batches.take()).containsExactly(1);
      UniAssertSubscriber<List<Integer>> second =
          batcher
              .submit(List.of(2, 3, 4, 5, 6))
              .subscribe()
              .withSubscriber(new UniAssertSubscriber<>());

      assertThatThrownBy(() -> batcher.submit(List.of(7)).await().atMost(PATIENCE))
          .isInstanceOf(BusyException.class)
          .hasMessageContaining("1 items do not fit beside the 5 that wait (at most 5)");

      opened.countDown();
      first.awaitItem(PATIENCE).assertItem(List.of(1));
      second.awaitItem(PATIENCE).assertItem(List.of(4, 9, 16, 25, 36));
      assertThat(batches).containsExactly(List.of(2, 3, 4), List.of(5, 6));
    }
  }

  @Test
  void dropsWhatNobodyWaitsForAnyMore() throws Exception {
    CountDownLatch opened = new CountDownLatch(1);
    try (MicroBatcher<Integer, Integer> batcher =
        new MicroBatcher<>("test", 5, 1, 1, batch -> recorded(batch, opened))) {
      batcher.submit(List.of(1)).subscribe().withSubscriber(new UniAssertSubscriber<>());
      assertThat(batches.take()).containsExactly(1);
      UniAssertSubscriber<List<Integer>> left =
          batcher.submit(List.of(2, 3)).subscribe().withSubscriber(new UniAssertSubscriber<>());

      left.cancel();
      opened.countDown();

      assertThat(batcher.submit(List.of(4)).await().atMost(PATIENCE)).containsExactly(16);
      assertThat(batches).containsExactly(List.of(4));
    }
  }

  @Test
  void failsTheSubmissionAndGoesOnAfterAFailure() {
    try (MicroBatcher<Integer, Integer> batcher =
        new MicroBatcher<>("test", 5, 1, 1, batch -> squares(List.of(100 / batch.get(0))))) {
      assertThatThrownBy(() -> batcher.submit(List.of(0)).await().atMost(PATIENCE))
          .isInstanceOf(ArithmeticException.class);

      assertThat(batcher.submit(List.of(50)).await().atMost(PATIENCE)).containsExactly(4);
    }
  }

  private List<Integer> recorded(List<Integer> batch, CountDownLatch opened) {
    batches.add(batch);
    try {
      opened.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
    return squares(batch);
  }

  private static List<Integer> squares(List<Integer> numbers) {
    return numbers.stream().map(number -> number * number).toList();
  }
}
