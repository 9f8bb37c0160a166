package io.plumbline.cli.proof;

import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceNames;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline black-box}: tests of running services, whatever they are packaged as. */
@Command(
    name = "black-box",
    description = {
      "Starts the suite with some services as the given package and runs the black-box tests of",
      "these services: every gRPC and REST method, against a real PostgreSQL. The other services",
      "run as the ordinary build packages them."
    },
    mixinStandardHelpOptions = true)
public final class BlackBoxCommand implements Callable<Integer> {
  @Option(
      names = "--package",
      paramLabel = "KIND",
      defaultValue = "jvm",
      description = {
        "jvm, canary (jars of the older Quarkus line), native, or record: jvm, which leaves the",
        "archive of classes that later starts of the suite use. Default: jvm."
      })
  private PackageKind kind;

  @Option(
      names = "--executable",
      paramLabel = "FILE",
      description = {
        "An executable of the one service that is named, wherever it lies and whatever it is built",
        "from, instead of --package; for example of the current Quarkus line."
      })
  private Path executable;

  @Option(
      names = "--settings",
      paramLabel = "HOST",
      description = {
        "Runs nothing: prints how services are to be configured that the tests are run against by",
        "hand, with the tests' stubs on this host."
      })
  private String stubHost;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SERVICE",
      arity = "0..*",
      description =
          "judge-service, reward-service, trainer-service; all three where none is named.")
  private List<String> services = List.of();

  @Override
  public Integer call() throws Exception {
    List<ServiceKind> kinds = ServiceNames.parse(services);
    if (stubHost != null) {
      PrintWriter out = spec.commandLine().getOut();
      StubSettings.print(kinds, stubHost, out);
      out.flush();
      return 0;
    }
    Map<ServiceKind, ServicePackage> packages = new EnumMap<>(ServiceKind.class);
    kinds.forEach(each -> packages.put(each, packaged()));
    return new Proof(Path.of(System.getProperty("plumbline.root"))).run(kinds, packages);
  }

  private ServicePackage packaged() {
    if (executable == null) {
      return ServicePackage.of(kind);
    }
    if (services.size() != 1 || kind != PackageKind.JVM) {
      throw new UsageException(
          "--executable is of one service, without --package: ./plumbline black-box --executable FILE SERVICE");
    }
    return ServicePackage.executable(executable);
  }
}
