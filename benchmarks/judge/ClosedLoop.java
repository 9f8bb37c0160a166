import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** As one piece of work ends the next begins. */
final class ClosedLoop {
  private static final int MOST_EACH = 1 << 16;

  private final Work work;
  private final long end;
  private final long[][] latencies;
  private final int[] counts;
  private final CountDownLatch done;
  private final AtomicLong number = new AtomicLong();
  private final AtomicInteger failures = new AtomicInteger();

  private ClosedLoop(Work work, int workers, long end) {
    this.work = work;
    this.end = end;
    this.latencies = new long[workers][MOST_EACH];
    this.counts = new int[workers];
    this.done = new CountDownLatch(workers);
  }

  /**
   * @param callsEach calls to the model of one piece of work
   * @return calls a second
   */
  static double measure(Figures figures, String name, int callsEach, int seconds, Work work)
      throws Exception {
    int workers = figures.inFlight() / callsEach;
    Usage before = figures.usage();
    long begin = System.nanoTime();
    ClosedLoop loop = new ClosedLoop(work, workers, begin + seconds * 1_000_000_000L);
    for (int worker = 0; worker < workers; worker++) {
      loop.next(worker);
      // Not all in the same instant: a real load is no volley.
      TimeUnit.MICROSECONDS.sleep(figures.latency() * 1_000 / workers);
    }
    loop.done.await();
    double elapsed = (System.nanoTime() - begin) / 1e9;
    long[] sorted = loop.sorted();
    long calls = (long) sorted.length * callsEach;
    return figures.print(name, calls, elapsed, sorted, loop.failures.get(), before);
  }

  private void next(int worker) {
    long start = System.nanoTime();
    if (start > end || counts[worker] == MOST_EACH) {
      done.countDown();
      return;
    }
    work.start(
        number.getAndIncrement(),
        good -> {
          latencies[worker][counts[worker]++] = System.nanoTime() - start;
          if (!good) {
            failures.incrementAndGet();
          }
          next(worker);
        });
  }

  private long[] sorted() {
    return IntStream.range(0, counts.length)
        .mapToObj(worker -> Arrays.copyOf(latencies[worker], counts[worker]))
        .flatMapToLong(Arrays::stream)
        .sorted()
        .toArray();
  }
}
