package io.plumbline.reward.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** Takes batches from the queue until it is interrupted. */
record Worker<I, O>(
    BlockingQueue<Item<I, O>> waiting, int maximumBatch, Function<List<I>, List<O>> work)
    implements Runnable {

  @Override
  public void run() {
    try {
      while (true) {
        List<Item<I, O>> batch = new ArrayList<>();
        batch.add(waiting.take());
        waiting.drainTo(batch, maximumBatch - 1);
        batch.removeIf(item -> item.submission().hasEnded());
        if (!batch.isEmpty()) {
          process(batch);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void process(List<Item<I, O>> batch) {
    try {
      List<O> results = work.apply(batch.stream().map(Item::value).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).submission().complete(batch.get(i).index(), results.get(i));
      }
    } catch (RuntimeException | Error failure) {
      batch.forEach(item -> item.submission().fail(failure));
    }
  }
}
