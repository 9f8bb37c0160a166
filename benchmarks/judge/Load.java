import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc;
import java.util.List;

/**
 * Calls through judge-service and past it, against {@link Stub}; see README.md. A call is one
 * request to the model: a comparison in both orders is two.
 *
 * <p>{@code java Load STUB_PORT GRPC_PORT LATENCY IN_FLIGHT WARM_UP_SECONDS SECONDS NAME=PID…}
 */
public final class Load {
  /** The two endpoints of the service under test: with the answer cache off and on. */
  private static final List<String> MODELS =
      List.of(System.getProperty("models", "plain,cached").split(","));

  private Load() {}

  public static void main(String[] arguments) throws Exception {
    int stubPort = Integer.parseInt(arguments[0]);
    int inFlight = Integer.parseInt(arguments[3]);
    int warmUp = Integer.parseInt(arguments[4]);
    int seconds = Integer.parseInt(arguments[5]);
    String salt = Long.toString(System.nanoTime(), 36);
    Figures figures =
        new Figures(new Processes(arguments, 6), Long.parseLong(arguments[2]), inFlight);
    try (BareClient bare = new BareClient(stubPort, inFlight)) {
      ClosedLoop.measure(figures, "warm-up, bare", 1, warmUp, bare);
      figures.bare(ClosedLoop.measure(figures, "bare Vert.x client", 1, seconds, bare));
      // As comparisons are asked, both orders at once and the next when both are answered.
      ClosedLoop.measure(figures, "bare Vert.x client, pairs", 2, seconds, bare.pairs());
    }
    // Answers are taken on the event loop, as the bare client takes them.
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(arguments[1]))
            .usePlaintext()
            .directExecutor()
            .maxInboundMessageSize(64 << 20)
            .build();
    JudgeServiceGrpc.JudgeServiceStub judge = JudgeServiceGrpc.newStub(channel);
    for (String model : MODELS) {
      Work work = new Comparing(judge, model, salt, true);
      ClosedLoop.measure(figures, "warm-up, " + model, 2, warmUp, work);
    }
    if (MODELS.contains("plain")) {
      Work work = new Comparing(judge, "plain", salt, true);
      ClosedLoop.measure(figures, "compare, cache off", 2, seconds, work);
    }
    if (MODELS.contains("cached")) {
      Work misses = new Comparing(judge, "cached", salt, true);
      ClosedLoop.measure(figures, "compare, cache on, misses", 2, seconds, misses);
      Work hits = new Comparing(judge, "cached", salt, false);
      ClosedLoop.measure(figures, "compare, cache on, hits", 2, seconds, hits);
    }
    Run run = new Run(channel, figures);
    for (String model : MODELS) {
      run.measure("warm-up, run, " + model, model, salt, inFlight * 10 * warmUp / 2);
      run.measure("run, " + model, model, salt, inFlight * 10 * seconds);
    }
    channel.shutdownNow();
    System.exit(0);
  }
}
