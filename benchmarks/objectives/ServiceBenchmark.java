import com.google.protobuf.UnsafeByteOperations;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.plumbline.api.v1alpha1.EvaluateRequest;
import io.plumbline.api.v1alpha1.EvaluateResponse;
import io.plumbline.api.v1alpha1.ObjectiveBatch;
import io.plumbline.api.v1alpha1.ObjectiveComposition;
import io.plumbline.api.v1alpha1.ObjectiveSpec;
import io.plumbline.api.v1alpha1.ObjectivesGrpc;
import io.plumbline.api.v1alpha1.ObjectivesGrpc.ObjectivesBlockingStub;
import io.plumbline.api.v1alpha1.Tensor;
import io.plumbline.api.v1alpha1.Tensor.DataType;
import io.plumbline.api.v1alpha1.WeightedObjective;
import io.plumbline.objectives.catalogue.Catalogue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Prints how long a client waits for loss and gradient of 64 pairs of 2 × 512 tokens from a server
 * on loopback, from the arrays that it sends to the array that it gets: median and 95th percentile
 * of 400 calls after 600 that warm both sides up (3,000 before the first); and the same for one pair
 * of one token, which is what a call costs besides its content. The server's CPU time a call is what
 * a busy machine does not change. See run.sh.
 */
public final class ServiceBenchmark {
  private static final int PAIRS = 64;
  private static final int TOKENS = 512;
  private static final int FIRST_WARM_UP = 3_000;
  private static final int WARM_UP = 600;
  private static final int CALLS = 400;
  private static final double MILLIS_PER_TICK = 10;

  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    long server = Long.parseLong(arguments[1]);
    List<String> names =
        arguments.length > 2
            ? List.of(arguments).subList(2, arguments.length)
            : List.of("dpo", "ipo-averaged", "ld-dpo", "simpo", "orpo", "aot");
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .directExecutor()
            .maxInboundMessageSize(64 << 20)
            .initialFlowControlWindow(8 << 20)
            .build();
    try {
      var stub = ObjectivesGrpc.newBlockingStub(channel);
      System.out.printf(
          "%-16s %-8s %10s %10s %14s%n", "round trip", "type", "median ms", "p95 ms", "server CPU ms");
      for (int i = 0; i < FIRST_WARM_UP / (WARM_UP + CALLS); i++) {
        measure(stub, names.get(0), DataType.DATA_TYPE_FLOAT64, PAIRS, TOKENS, server);
      }
      for (DataType type : List.of(DataType.DATA_TYPE_FLOAT64, DataType.DATA_TYPE_FLOAT32)) {
        for (String name : names) {
          print(name, type, measure(stub, name, type, PAIRS, TOKENS, server));
        }
      }
      DataType type = DataType.DATA_TYPE_FLOAT64;
      print("dpo, one token", type, measure(stub, "dpo", type, 1, 1, server));
    } finally {
      channel.shutdownNow();
    }
  }

  /** Milliseconds of a call. */
  private record Times(double median, double p95, double serverCpu) {}

  private static Times measure(
      ObjectivesBlockingStub stub, String name, DataType type, int pairs, int tokens, long server)
      throws IOException {
    double[] policy = new Random(1).doubles(pairs * 2 * tokens, -4, 0).toArray();
    double[] reference =
        Catalogue.standard().entry(name).create().signature().constants().isEmpty()
            ? null
            : new Random(2).doubles(policy.length, -4, 0).toArray();
    long[] nanos = new long[WARM_UP + CALLS];
    double sink = 0;
    long ticks = 0;
    for (int i = 0; i < nanos.length; i++) {
      if (i == WARM_UP) {
        ticks = ticks(server);
      }
      long start = System.nanoTime();
      EvaluateResponse answer = stub.evaluate(request(name, type, policy, reference, pairs, tokens));
      sink += values(answer.getGradientsOrThrow("policy_logps"))[0] + answer.getLoss();
      nanos[i] = System.nanoTime() - start;
    }
    if (!Double.isFinite(sink)) {
      throw new IllegalStateException("loss or gradient is not finite");
    }
    double serverCpu = (ticks(server) - ticks) * MILLIS_PER_TICK / CALLS;
    long[] sorted = Arrays.stream(nanos, WARM_UP, nanos.length).sorted().toArray();
    return new Times(sorted[CALLS / 2] / 1e6, sorted[CALLS * 95 / 100] / 1e6, serverCpu);
  }

  private static void print(String label, DataType type, Times times) {
    System.out.printf(
        "%-16s %-8s %10.3f %10.3f %14.3f%n",
        label,
        type == DataType.DATA_TYPE_FLOAT64 ? "float64" : "float32",
        times.median(),
        times.p95(),
        times.serverCpu());
  }

  /** User and system time of a process, in Linux' clock ticks. */
  private static long ticks(long process) throws IOException {
    String stat = Files.readString(Path.of("/proc", String.valueOf(process), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private static EvaluateRequest request(
      String name, DataType type, double[] policy, double[] reference, int pairs, int tokens) {
    ObjectiveBatch.Builder batch =
        ObjectiveBatch.newBuilder()
            .addAllLengths(Collections.nCopies(2 * pairs, tokens))
            .putChannels("policy_logps", tensor(policy, type));
    if (reference != null) {
      batch.putChannels("reference_logps", tensor(reference, type));
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

  private static Tensor tensor(double[] values, DataType type) {
    ByteBuffer bytes;
    if (type == DataType.DATA_TYPE_FLOAT64) {
      bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asDoubleBuffer().put(values);
    } else {
      bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
      var floats = bytes.asFloatBuffer();
      for (double value : values) {
        floats.put((float) value);
      }
    }
    return Tensor.newBuilder()
        .setDataType(type)
        .addShape(values.length)
        .setData(UnsafeByteOperations.unsafeWrap(bytes))
        .build();
  }

  private static double[] values(Tensor tensor) {
    ByteBuffer bytes =
        tensor.getData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[(int) tensor.getShape(0)];
    if (tensor.getDataType() == DataType.DATA_TYPE_FLOAT64) {
      bytes.asDoubleBuffer().get(values);
    } else {
      var floats = bytes.asFloatBuffer();
      for (int i = 0; i < values.length; i++) {
        values[i] = floats.get();
      }
    }
    return values;
  }
}
