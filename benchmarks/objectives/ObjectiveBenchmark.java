import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.catalogue.Catalogue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Prints how long one core takes for loss and gradient of 64 pairs of 2 × 512 tokens: median and
 * 95th percentile of 400 evaluations after 600 that warm up, on the clock and in
 * CPU time, which a busy machine does not change. See run.sh.
 */
public final class ObjectiveBenchmark {
  private static final int PAIRS = 64;
  private static final int TOKENS = 512;

  public static void main(String[] arguments) {
    int[] lengths = new int[2 * PAIRS];
    Arrays.fill(lengths, TOKENS);
    Random random = new Random(1);
    int tokens = lengths.length * TOKENS;
    double[] policy = random.doubles(tokens, -4, 0).toArray();
    double[] reference = random.doubles(tokens, -4, 0).toArray();
    List<String> names = arguments.length > 0 ? List.of(arguments) : List.of("dpo", "ipo-averaged", "ld-dpo", "simpo", "orpo", "aot");
    System.out.printf(
        "%-16s %10s %10s %14s %10s%n", "objective", "median ms", "p95 ms", "CPU median ms", "p95 ms");
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (String name : names) {
      Objective objective = Catalogue.standard().create(name, Map.of());
      long[] nanos = new long[1000];
      long[] cpu = new long[1000];
      double sink = 0;
      for (int i = 0; i < nanos.length; i++) {
        long start = System.nanoTime();
        long cpuStart = threads.getCurrentThreadCpuTime();
        // The channels are laid into the batch each time, as an engine does.
        Batch batch =
            Batch.of(BatchShape.pairs(lengths))
                .with(Channel.POLICY_LOGPS, policy)
                .with(Channel.REFERENCE_LOGPS, reference);
        sink += objective.evaluate(batch, ObjectiveState.EMPTY).loss();
        cpu[i] = threads.getCurrentThreadCpuTime() - cpuStart;
        nanos[i] = System.nanoTime() - start;
      }
      System.out.printf(
          "%-16s %10.3f %10.3f %14.3f %10.3f%n",
          name, quantile(nanos, 50), quantile(nanos, 95), quantile(cpu, 50), quantile(cpu, 95));
      if (!Double.isFinite(sink)) {
        throw new IllegalStateException("the loss is not finite");
      }
    }
  }

  /** Milliseconds, of what was measured after the first 600. */
  private static double quantile(long[] nanos, int percent) {
    long[] sorted = Arrays.stream(nanos, 600, nanos.length).sorted().toArray();
    return sorted[sorted.length * percent / 100] / 1e6;
  }
}
