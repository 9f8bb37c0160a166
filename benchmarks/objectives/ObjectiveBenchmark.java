import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.ObjectiveBatch;
import io.plumbline.api.v1alpha1.ObjectiveComposition;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.api.v1alpha1.WeightedObjective;
import io.plumbline.objectives.Batch;
import io.plumbline.objectives.BatchShape;
import io.plumbline.objectives.Channel;
import io.plumbline.objectives.Objective;
import io.plumbline.objectives.ObjectiveState;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.objectives.server.wire.ObjectiveEvaluator;
import io.plumbline.objectives.server.wire.ObjectiveReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Prints how long one core takes for loss and gradient of 64 pairs of 2 × 512 tokens, and for the
 * same from the bytes of a request to the bytes of the answer: median and 95th percentile of 400
 * evaluations after 600 that warm up, on the clock and in CPU time, which a busy machine does not
 * change. See run.sh.
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
        "%-24s %10s %10s %14s %10s%n", "objective", "median ms", "p95 ms", "CPU median ms", "p95 ms");
    ObjectiveEvaluator evaluator =
        new ObjectiveEvaluator(new ObjectiveReader(Catalogue.standard()));
    for (String name : names) {
      Objective objective = Catalogue.standard().create(name, Map.of());
      boolean free = objective.signature().constants().isEmpty();
      measure(
          name,
          () -> {
            // The channels are laid into the batch each time, as an engine does.
            Batch batch = Batch.of(BatchShape.pairs(lengths)).with(Channel.POLICY_LOGPS, policy);
            if (!free) {
              batch = batch.with(Channel.REFERENCE_LOGPS, reference);
            }
            return objective.evaluate(batch, ObjectiveState.EMPTY).loss();
          });
      byte[] request = request(name, lengths, policy, free ? null : reference).toByteArray();
      measure(
          name + ", messages",
          () -> {
            try {
              return evaluator.evaluate(EvaluateRequest.parseFrom(request)).toByteArray().length;
            } catch (InvalidProtocolBufferException e) {
              throw new IllegalStateException(e);
            }
          });
    }
  }

  private static void measure(String label, DoubleSupplier work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] nanos = new long[1000];
    long[] cpu = new long[1000];
    double sink = 0;
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      long cpuStart = threads.getCurrentThreadCpuTime();
      sink += work.getAsDouble();
      cpu[i] = threads.getCurrentThreadCpuTime() - cpuStart;
      nanos[i] = System.nanoTime() - start;
    }
    System.out.printf(
        "%-24s %10.3f %10.3f %14.3f %10.3f%n",
        label, quantile(nanos, 50), quantile(nanos, 95), quantile(cpu, 50), quantile(cpu, 95));
    if (!Double.isFinite(sink)) {
      throw new IllegalStateException("the loss is not finite");
    }
  }

  private static EvaluateRequest request(
      String name, int[] lengths, double[] policy, double[] reference) {
    ObjectiveBatch.Builder batch = ObjectiveBatch.newBuilder();
    for (int length : lengths) {
      batch.addLengths(length);
    }
    batch.putChannels("policy_logps", tensor(policy));
    if (reference != null) {
      batch.putChannels("reference_logps", tensor(reference));
    }
    return EvaluateRequest.newBuilder()
        .setObjective(
            ObjectiveComposition.newBuilder()
                .addTerms(
                    WeightedObjective.newBuilder()
                        .setObjective(ObjectiveSpec.newBuilder().setName(name))))
        .setBatch(batch)
        .build();
  }

  private static Tensor tensor(double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return Tensor.newBuilder()
        .setDataType(Tensor.DataType.DATA_TYPE_FLOAT64)
        .addShape(values.length)
        .setData(ByteString.copyFrom(bytes))
        .build();
  }

  /** Milliseconds, of what was measured after the first 600. */
  private static double quantile(long[] nanos, int percent) {
    long[] sorted = Arrays.stream(nanos, 600, nanos.length).sorted().toArray();
    return sorted[sorted.length * percent / 100] / 1e6;
  }
}
