import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.catalogue.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Prints how long one core takes for loss and gradient of 64 pairs of 2 × 512 tokens: median and
 * 95th percentile of 400 evaluations after 600 that warm up. See run.sh.
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
    System.out.printf("%-16s %10s %10s%n", "objective", "median ms", "p95 ms");
    for (String name : names) {
      Objective objective = Catalogue.standard().create(name, Map.of());
      long[] nanos = new long[1000];
      double sink = 0;
      for (int i = 0; i < nanos.length; i++) {
        long start = System.nanoTime();
        // The channels are laid into the batch each time, as an engine does.
        Batch batch =
            Batch.of(BatchShape.pairs(lengths))
                .with(Channel.POLICY_LOGPS, policy)
                .with(Channel.REFERENCE_LOGPS, reference);
        sink += objective.evaluate(batch, ObjectiveState.EMPTY).loss();
        nanos[i] = System.nanoTime() - start;
      }
      long[] sorted = Arrays.stream(nanos, 600, nanos.length).sorted().toArray();
      System.out.printf(
          "%-16s %10.3f %10.3f%n", name, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 95 / 100] / 1e6);
      if (!Double.isFinite(sink)) {
        throw new IllegalStateException("the loss is not finite");
      }
    }
  }
}
