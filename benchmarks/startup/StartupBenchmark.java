import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.plumbline.api.v1alpha1.EvaluationServiceGrpc;
import io.plumbline.api.v1alpha1.ListRunsRequest;
import io.plumbline.postgres.Postgres;
import io.plumbline.postgres.PostgresSettings;
import io.plumbline.postgres.process.FreePort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * From exec to the first answered gRPC call that reads the database, and resident memory, of
 * judge-service as each of its packages; with migrations (an empty database) and without (a migrated
 * one, and migrations off). Rounds alternate between the packages; medians.
 *
 * <p>Arguments: ROUNDS, then NAME=COMMAND for each package.
 */
public final class StartupBenchmark {
  private static final int CALLS = 10_000;
  private static final int CONNECTIONS_MILLIS = 1;

  /** Megabytes are of 10^6 bytes; {@code own} is what no file backs, so what other processes cannot share. */
  private record Sample(double millis, double idle, double own, double after) {}

  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[0]);
    Map<String, List<String>> packages = new LinkedHashMap<>();
    for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
      String[] parts = argument.split("=", 2);
      packages.put(parts[0], List.of(parts[1].split(" ")));
    }
    List<String> databases = new ArrayList<>(List.of("migrated"));
    IntStream.range(0, rounds * packages.size()).forEach(i -> databases.add("empty" + i));
    Path home = Files.createTempDirectory("plumbline-startup");
    Map<String, List<Sample>> with = new LinkedHashMap<>();
    Map<String, List<Sample>> without = new LinkedHashMap<>();
    try (Postgres postgres = Postgres.start(PostgresSettings.durable(home, databases))) {
      measure(packages.values().iterator().next(), postgres, "migrated", true, home);
      int next = 0;
      for (int round = 0; round < rounds; round++) {
        for (var each : packages.entrySet()) {
          with.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
              .add(measure(each.getValue(), postgres, "empty" + next++, true, home));
          without.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
              .add(measure(each.getValue(), postgres, "migrated", false, home));
        }
      }
    }
    System.out.printf("%-14s %-10s %10s %10s %14s %18s%n",
        "package", "migrations", "ms", "MB idle", "of them own", "MB after 10000");
    for (String name : packages.keySet()) {
      print(name, "with", with.get(name));
      print(name, "without", without.get(name));
    }
  }

  private static void print(String name, String migrations, List<Sample> samples) {
    System.out.printf(
        "%-14s %-10s %10.0f %10.0f %14.0f %18.0f%n",
        name,
        migrations,
        median(samples.stream().mapToDouble(Sample::millis).toArray()),
        median(samples.stream().mapToDouble(Sample::idle).toArray()),
        median(samples.stream().mapToDouble(Sample::own).toArray()),
        median(samples.stream().mapToDouble(Sample::after).toArray()));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  private static Sample measure(
      List<String> command, Postgres postgres, String database, boolean migrate, Path home)
      throws Exception {
    int grpc = FreePort.any();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(home.resolve("service.log").toFile()));
    Map<String, String> environment = builder.environment();
    environment.put("QUARKUS_HTTP_PORT", "0");
    environment.put("QUARKUS_GRPC_SERVER_PORT", Integer.toString(grpc));
    environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.username());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl(database));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database));
    environment.put("QUARKUS_FLYWAY_MIGRATE_AT_START", Boolean.toString(migrate));
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      awaitPort(process, grpc, home);
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", grpc).usePlaintext().build();
      try {
        var evaluations = EvaluationServiceGrpc.newBlockingStub(channel);
        ListRunsRequest request = ListRunsRequest.newBuilder().setPageSize(1).build();
        while (true) {
          try {
            evaluations.withDeadlineAfter(20, TimeUnit.SECONDS).listEvaluations(request);
            break;
          } catch (StatusRuntimeException notYet) {
            if (!process.isAlive() || System.nanoTime() - start > 60_000_000_000L) {
              throw notYet;
            }
          }
        }
        double millis = (System.nanoTime() - start) / 1e6;
        TimeUnit.SECONDS.sleep(2);
        double idle = megabytes(process.pid(), "VmRSS:");
        double own = megabytes(process.pid(), "RssAnon:");
        for (int i = 0; i < CALLS; i++) {
          evaluations.listEvaluations(request);
        }
        return new Sample(millis, idle, own, megabytes(process.pid(), "VmRSS:"));
      } finally {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
      }
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static void awaitPort(Process process, int port, Path home) throws Exception {
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
        return;
      } catch (IOException notYet) {
        if (!process.isAlive()) {
          throw new IllegalStateException("it ended: " + home.resolve("service.log"));
        }
        TimeUnit.MILLISECONDS.sleep(CONNECTIONS_MILLIS);
      }
    }
  }

  /** A line of the process' status. */
  private static double megabytes(long pid, String line) throws IOException {
    for (String each : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (each.startsWith(line)) {
        return Double.parseDouble(each.substring(line.length()).replace("kB", "").strip())
            * 1024
            / 1e6;
      }
    }
    throw new IllegalStateException("no " + line + " of process " + pid);
  }
}
