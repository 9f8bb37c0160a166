import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.plumbline.api.v1alpha1.CompareRequest;
import io.plumbline.api.v1alpha1.Comparison;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.CreateEvaluationRequest;
import io.plumbline.api.v1alpha1.Evaluation;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc;
import io.plumbline.api.v1alpha1.EvaluationSpec;
import io.plumbline.api.v1alpha1.GetRunRequest;
import io.plumbline.api.v1alpha1.JudgeServiceGrpc;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.ListVerdictsRequest;
import io.plumbline.api.v1alpha1.ListVerdictsResponse;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.api.v1alpha1.RunState;
import io.plumbline.api.v1alpha1.Verdict;
import io.plumbline.api.v1alpha1.VerdictState;
import io.plumbline.api.v1alpha1.WatchRunRequest;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Calls through judge-service and past it, against {@link Stub}; see README.md. A call is one
 * request to the model: a comparison in both orders is two.
 *
 * <p>{@code java Load.java STUB_PORT GRPC_PORT LATENCY IN_FLIGHT WARM_UP_SECONDS SECONDS NAME=PID…}
 */
public final class Load {
  /** The two endpoints of the service under test: with the answer cache off and on. */
  private static final List<String> MODELS =
      List.of(System.getProperty("models", "plain,cached").split(","));

  private static final double TICKS_PER_SECOND = 100;

  private final int stubPort;
  private final long latency;
  private final int inFlight;
  private final Map<String, Long> processes = new LinkedHashMap<>();
  private final String salt = Long.toString(System.nanoTime(), 36);
  private double bareRate;

  private Load(String[] arguments) {
    stubPort = Integer.parseInt(arguments[0]);
    latency = Long.parseLong(arguments[2]);
    inFlight = Integer.parseInt(arguments[3]);
    for (int i = 6; i < arguments.length; i++) {
      String[] pair = arguments[i].split("=");
      processes.put(pair[0], Long.parseLong(pair[1]));
    }
    processes.put("driver", ProcessHandle.current().pid());
  }

  public static void main(String[] arguments) throws Exception {
    Load load = new Load(arguments);
    int warmUp = Integer.parseInt(arguments[4]);
    int seconds = Integer.parseInt(arguments[5]);
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(arguments[1]))
            .usePlaintext()
            .maxInboundMessageSize(64 << 20)
            .build();
    load.bare(warmUp, seconds);
    JudgeServiceGrpc.JudgeServiceStub judge = JudgeServiceGrpc.newStub(channel);
    for (String model : MODELS) {
      load.measure("warm-up, " + model, 2, warmUp, load.comparing(judge, model, true));
    }
    if (MODELS.contains("plain")) {
      load.measure("compare, cache off", 2, seconds, load.comparing(judge, "plain", true));
    }
    if (MODELS.contains("cached")) {
      load.measure("compare, cache on, misses", 2, seconds, load.comparing(judge, "cached", true));
      load.measure("compare, cache on, hits", 2, seconds, load.comparing(judge, "cached", false));
    }
    for (String model : MODELS) {
      load.run(channel, model, "warm-up, run, ", load.inFlight * 10 * warmUp / 2);
      load.run(channel, model, "run, ", load.inFlight * 10 * seconds);
    }
    channel.shutdownNow();
    System.exit(0);
  }

  /** Starts one piece of work; the consumer gets whether it went well. */
  private interface Work {
    void start(long number, Consumer<Boolean> ended);
  }

  private void bare(int warmUp, int seconds) throws Exception {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true),
            new PoolOptions().setHttp1MaxSize(inFlight));
    Buffer body =
        Buffer.buffer("{\"model\":\"stub\",\"messages\":[{\"role\":\"user\",\"content\":\"GOOD BAD\"}]}");
    Work work =
        (number, ended) ->
            client
                .request(HttpMethod.POST, stubPort, "127.0.0.1", "/v1/chat/completions")
                .compose(request -> request.putHeader("Content-Type", "application/json").send(body))
                .compose(response -> response.body().map(bytes -> response.statusCode() == 200))
                .onComplete(result -> ended.accept(result.succeeded() && result.result()));
    measure("warm-up, bare", 1, warmUp, work);
    bareRate = measure("bare Vert.x client", 1, seconds, work);
    vertx.close();
  }

  private Work comparing(JudgeServiceGrpc.JudgeServiceStub judge, String model, boolean fresh) {
    String prefix = salt + " " + model + " " + (fresh ? System.nanoTime() : 0) + " ";
    JudgeSpec spec = JudgeSpec.newBuilder().setName("stub").setModel("chat:" + model).build();
    return (number, ended) ->
        judge.compare(
            CompareRequest.newBuilder()
                .setJudge(spec)
                .setComparison(comparison(prefix + (fresh ? number : number % 1_000)))
                .build(),
            new StreamObserver<>() {
              private boolean good;

              @Override
              public void onNext(Verdict verdict) {
                good = verdict.getState() == VerdictState.VERDICT_STATE_OK;
              }

              @Override
              public void onError(Throwable failure) {
                ended.accept(false);
              }

              @Override
              public void onCompleted() {
                ended.accept(good);
              }
            });
  }

  /** A closed loop: as one piece of work ends the next begins. */
  private double measure(String name, int callsEach, int seconds, Work work) throws Exception {
    int workers = inFlight / callsEach;
    AtomicLong number = new AtomicLong();
    AtomicInteger failures = new AtomicInteger();
    List<long[]> latencies = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(workers);
    int[] counts = new int[workers];
    Map<String, Double> cpu = cpuSeconds();
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    for (int worker = 0; worker < workers; worker++) {
      latencies.add(new long[1 << 16]);
      next(worker, work, number, failures, latencies.get(worker), counts, end, done);
      // Not all in the same instant: a real load is no volley.
      Thread.sleep(0, (int) (latency * 1_000_000 / workers % 1_000_000));
    }
    done.await();
    double elapsed = (System.nanoTime() - begin) / 1e9;
    long[] sorted =
        IntStream.range(0, workers)
            .mapToObj(worker -> Arrays.copyOf(latencies.get(worker), counts[worker]))
            .flatMapToLong(Arrays::stream)
            .sorted()
            .toArray();
    return report(name, (long) sorted.length * callsEach, elapsed, sorted, failures.get(), cpu);
  }

  private void next(
      int worker,
      Work work,
      AtomicLong number,
      AtomicInteger failures,
      long[] latencies,
      int[] counts,
      long end,
      CountDownLatch done) {
    long start = System.nanoTime();
    if (start > end || counts[worker] == latencies.length) {
      done.countDown();
      return;
    }
    work.start(
        number.getAndIncrement(),
        good -> {
          latencies[counts[worker]++] = System.nanoTime() - start;
          if (!good) {
            failures.incrementAndGet();
          }
          next(worker, work, number, failures, latencies, counts, end, done);
        });
  }

  /** One evaluation run: one gRPC call, thousands of calls to the model. */
  private void run(ManagedChannel channel, String model, String name, int comparisons)
      throws IOException {
    EvaluationServiceGrpc.EvaluationServiceBlockingStub runs =
        EvaluationServiceGrpc.newBlockingStub(channel);
    EvaluationSpec.Builder spec =
        EvaluationSpec.newBuilder()
            .addJudges(JudgeSpec.newBuilder().setName("stub").setModel("chat:" + model));
    String prefix = salt + " run " + model + " " + System.nanoTime() + " ";
    for (int i = 0; i < comparisons; i++) {
      spec.addComparisons(comparison(prefix + i));
    }
    Map<String, Double> cpu = cpuSeconds();
    Evaluation created =
        runs.createEvaluation(
            CreateEvaluationRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setSpec(spec)
                .build());
    String id = created.getStatus().getId();
    runs.watchEvaluation(WatchRunRequest.newBuilder().setId(id).build()).forEachRemaining(e -> {});
    Evaluation ended = runs.getEvaluation(GetRunRequest.newBuilder().setId(id).build());
    double elapsed =
        seconds(ended.getStatus().getEnded()) - seconds(ended.getStatus().getStarted());
    List<Long> latencies = new ArrayList<>();
    int failures = ended.getStatus().getState() == RunState.RUN_STATE_SUCCEEDED ? 0 : 1;
    String token = "";
    do {
      ListVerdictsResponse page =
          runs.listVerdicts(
              ListVerdictsRequest.newBuilder()
                  .setEvaluationId(id)
                  .setPageSize(1_000)
                  .setPageToken(token)
                  .build());
      for (Verdict verdict : page.getVerdictsList()) {
        latencies.add(
            verdict.getLatency().getSeconds() * 1_000_000_000L + verdict.getLatency().getNanos());
        failures += verdict.getState() == VerdictState.VERDICT_STATE_OK ? 0 : 1;
      }
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    failures += comparisons - latencies.size();
    report(
        name + model,
        2L * latencies.size(),
        elapsed,
        latencies.stream().mapToLong(Long::longValue).sorted().toArray(),
        failures,
        cpu);
  }

  private static double seconds(com.google.protobuf.Timestamp time) {
    return time.getSeconds() + time.getNanos() / 1e9;
  }

  private static Comparison comparison(String id) {
    return Comparison.newBuilder()
        .setId(id)
        .setPrompt(
            Prompt.newBuilder()
                .setId(id)
                .addMessages(Message.newBuilder().setRole(Role.ROLE_USER).addParts(text("Tell " + id))))
        .setA(Completion.newBuilder().addParts(text("a GOOD answer")))
        .setB(Completion.newBuilder().addParts(text("a BAD answer")))
        .build();
  }

  private static ContentPart text(String text) {
    return ContentPart.newBuilder().setText(text).build();
  }

  private double report(
      String name,
      long calls,
      double elapsed,
      long[] sorted,
      int failures,
      Map<String, Double> before)
      throws IOException {
    double rate = calls / elapsed;
    double limit = inFlight * 1000.0 / latency;
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "{\"name\":\"%s\",\"in_flight\":%d", name, inFlight));
    line.append(String.format(Locale.ROOT, ",\"calls\":%d,\"calls_per_second\":%.0f", calls, rate));
    line.append(String.format(Locale.ROOT, ",\"share_of_limit\":%.3f", rate / limit));
    if (bareRate > 0) {
      line.append(String.format(Locale.ROOT, ",\"share_of_bare\":%.3f", rate / bareRate));
    }
    for (double share : new double[] {0.5, 0.99, 0.999}) {
      long value = sorted[(int) Math.min(sorted.length - 1, (long) (share * sorted.length))];
      line.append(
          String.format(
              Locale.ROOT, ",\"added_p%s_ms\":%.1f", (share * 100 + "").replace(".0", ""),
              value / 1e6 - latency));
    }
    line.append(",\"failures\":").append(failures).append(",\"cpu_us_per_call\":{");
    Map<String, Double> now = cpuSeconds();
    String separator = "";
    for (String process : now.keySet()) {
      double used = now.get(process) - before.get(process);
      line.append(
          String.format(Locale.ROOT, "%s\"%s\":%.0f", separator, process, used * 1e6 / calls));
      separator = ",";
    }
    line.append("},\"resident_mb\":").append(residentMegabytes("service")).append('}');
    System.out.println(line);
    return rate;
  }

  // Fields 14 and 15 of /proc/PID/stat, after the name in parentheses; children included.
  private Map<String, Double> cpuSeconds() throws IOException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (Map.Entry<String, Long> process : processes.entrySet()) {
      double ticks = ticks(process.getValue());
      ProcessHandle handle = ProcessHandle.of(process.getValue()).orElseThrow();
      for (ProcessHandle child : handle.descendants().toList()) {
        ticks += ticks(child.pid());
      }
      seconds.put(process.getKey(), ticks / TICKS_PER_SECOND);
    }
    return seconds;
  }

  private static double ticks(long pid) throws IOException {
    Path stat = Path.of("/proc/" + pid + "/stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String[] fields = Files.readString(stat).split("\\) ")[1].split(" ");
    return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
  }

  private long residentMegabytes(String process) throws IOException {
    Map<String, String> status = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("/proc/" + processes.get(process) + "/status"))) {
      status.put(line.split(":")[0], line);
    }
    return Long.parseLong(status.get("VmRSS").replaceAll("\\D", "")) / 1024;
  }
}
