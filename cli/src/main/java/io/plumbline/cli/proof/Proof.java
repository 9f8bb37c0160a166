package io.plumbline.cli.proof;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.StatusLine;
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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A private suite of given packages, and the black-box tests against it. */
public final class Proof {
  private static final String TESTS = "black-box/target/plumbline-black-box-0.1.0-SNAPSHOT.jar";

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
  public int run(List<ServiceKind> kinds, Map<ServiceKind, PackageKind> packages)
      throws IOException, InterruptedException {
    Path tests = root.resolve(TESTS);
    if (!Files.exists(tests)) {
      throw new UsageException("the black-box tests are not built: %s is missing".formatted(tests));
    }
    Stubs stubs = new Stubs(FreePort.any(), FreePort.any());
    Map<ServiceKind, ServiceProgram> programs = new EnumMap<>(ServiceKind.class);
    for (ServiceKind kind : ServiceKind.values()) {
      programs.put(kind, packages.getOrDefault(kind, PackageKind.JVM).program(kind, root));
    }
    Path home = Files.createTempDirectory("plumbline-proof");
    int code;
    try (StatusLine line = StatusLine.onStandardError();
        Suite suite =
            Suite.startPrivate(
                new SuiteHome(home),
                new SuitePlan(root, programs, stubs.settings(packages)),
                line::show)) {
      line.clear();
      packages.forEach(
          (kind, kindOf) ->
              System.err.printf(
                  "plumbline: %s as %s%n",
                  kind.serviceName(), kindOf.name().toLowerCase(java.util.Locale.ROOT)));
      code = test(tests, suite, kinds, stubs);
      if (packages.containsValue(PackageKind.RECORD)) {
        line.show("the services end and write the archives of their classes");
      }
    }
    packages.forEach(
        (kind, packaged) -> {
          if (packaged == PackageKind.RECORD) {
            System.err.printf("plumbline: wrote %s%n", ServiceProgram.recorded(kind, root));
          }
        });
    if (code == 0) {
      ModelCache.delete(home);
    } else {
      System.err.printf("plumbline: the services' logs are in %s%n", home.resolve("logs"));
    }
    return code;
  }

  private static int test(Path tests, Suite suite, List<ServiceKind> kinds, Stubs stubs)
      throws IOException, InterruptedException {
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
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }
}
