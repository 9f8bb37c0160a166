package io.plumbline.cli.proof;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.StatusLine;
import io.plumbline.cli.suite.ArchiveUse;
import io.plumbline.cli.suite.Component;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceProgram;
import io.plumbline.cli.suite.Suite;
import io.plumbline.cli.suite.SuiteHome;
import io.plumbline.cli.suite.SuitePlan;
import io.plumbline.models.cache.ModelCache;
import io.plumbline.postgres.process.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A private suite of given packages, and the black-box tests against it. */
public final class Proof {
  private static final String TESTS = "black-box/target/plumbline-black-box-0.1.0-SNAPSHOT.jar";

  /** Of the tests of all services; a minute or two are usual. */
  private static final Duration LIMIT = Duration.ofMinutes(30);

  private final Path root;

  public Proof(Path root) {
    this.root = root;
  }

  /**
   * Runs the tests of some services.
   *
   * @param packages of the services that are not to be as the ordinary build packages them
   * @return 0 when all is well, 1 when a test failed, did not run or was skipped
   */
  public int run(List<ServiceKind> kinds, Map<ServiceKind, ServicePackage> packages)
      throws IOException, InterruptedException {
    Path tests = root.resolve(TESTS);
    if (!Files.exists(tests)) {
      throw new UsageException("the black-box tests are not built: %s is missing".formatted(tests));
    }
    Stubs stubs = new Stubs("127.0.0.1", FreePort.any(), FreePort.any());
    ServicePackage reward = packages.get(ServiceKind.REWARD);
    boolean withoutEncoder = reward != null && reward.kind() == PackageKind.NATIVE;
    Map<ServiceKind, ServiceProgram> programs = new EnumMap<>(ServiceKind.class);
    for (ServiceKind kind : ServiceKind.values()) {
      ServicePackage packaged = packages.getOrDefault(kind, ServicePackage.of(PackageKind.JVM));
      programs.put(kind, packaged.program(kind, root));
    }
    SuitePlan plan = new SuitePlan(root, programs, stubs.settings(withoutEncoder));
    Path home = Files.createTempDirectory("plumbline-proof");
    int code;
    try (StatusLine line = StatusLine.onStandardError();
        Suite suite = Suite.startPrivate(new SuiteHome(home), plan, line::show)) {
      line.clear();
      packages.forEach(
          (kind, packaged) ->
              System.err.printf("plumbline: %s as %s%n", kind.serviceName(), packaged.described()));
      code = await(new ProcessBuilder(command(tests, suite, kinds, stubs)).inheritIO(), LIMIT);
      if (!recorded(packages).isEmpty()) {
        line.show("the services end and write the archives of their classes");
      }
    }
    checkArchives(recorded(packages), stubs, home.resolve("archives"));
    if (code == 0) {
      ModelCache.delete(home);
    } else {
      System.err.printf("plumbline: the services' logs are in %s%n", home.resolve("logs"));
    }
    return code;
  }

  private static List<ServiceKind> recorded(Map<ServiceKind, ServicePackage> packages) {
    return packages.keySet().stream()
        .filter(kind -> packages.get(kind).kind() == PackageKind.RECORD)
        .toList();
  }

  private void checkArchives(List<ServiceKind> kinds, Stubs stubs, Path home)
      throws IOException, InterruptedException {
    if (kinds.isEmpty()) {
      return;
    }
    Map<ServiceKind, Path> archives = new EnumMap<>(ServiceKind.class);
    kinds.forEach(kind -> archives.put(kind, ServiceProgram.recorded(kind, root)));
    Files.createDirectories(home);
    Map<ServiceKind, ArchiveUse> uses;
    try (StatusLine line = StatusLine.onStandardError()) {
      uses = new ArchiveCheck(root, stubs.settings(false)).of(kinds, home, line::show);
    }
    uses.forEach(
        (kind, use) ->
            System.err.printf(
                "plumbline: wrote %s; a start takes %d of %d classes of ours from it%n",
                archives.get(kind), use.archived(), use.loaded()));
  }

  private static List<String> command(Path tests, Suite suite, List<ServiceKind> kinds, Stubs stubs)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(stubs.flags());
    for (ServiceKind kind : ServiceKind.values()) {
      Component component = suite.state().component(kind.serviceName()).orElseThrow();
      command.add("-Dplumbline.%s.grpc=%s".formatted(kind.shortName(), component.address()));
      command.add("-Dplumbline.%s.rest=%s".formatted(kind.shortName(), component.rest()));
    }
    command.addAll(List.of("-jar", tests.toString()));
    kinds.forEach(kind -> command.add(kind.shortName()));
    return command;
  }

  /**
   * Runs the tests to their end.
   *
   * @throws CommandFailedException where they take longer than the limit
   */
  static int await(ProcessBuilder tests, Duration limit) throws IOException, InterruptedException {
    Process process = tests.start();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CommandFailedException(
            "the black-box tests did not end within %d s: a service hangs"
                .formatted(limit.toSeconds()));
      }
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
