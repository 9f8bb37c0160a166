package io.plumbline.cli.proof;

import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceNames;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Parameters(
      paramLabel = "SERVICE",
      arity = "0..*",
      description =
          "judge-service, reward-service, trainer-service; all three where none is named.")
  private List<String> services = List.of();

  @Override
  public Integer call() throws Exception {
    List<ServiceKind> kinds = ServiceNames.parse(services);
    Map<ServiceKind, PackageKind> packages = new EnumMap<>(ServiceKind.class);
    kinds.forEach(each -> packages.put(each, kind));
    return new Proof(Path.of(System.getProperty("plumbline.root"))).run(kinds, packages);
  }
}
