package io.plumbline.cli.nativeimage;

import io.plumbline.cli.output.StatusLine;
import io.plumbline.cli.proof.PackageKind;
import io.plumbline.cli.proof.Proof;
import io.plumbline.cli.proof.ServicePackage;
import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceNames;
import io.plumbline.models.cache.ModelCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plumbline native}: executables of the services, built and tested on this machine. */
@Command(
    name = "native",
    description = {
      "Builds services as GraalVM executables and runs the black-box tests against them.",
      "Where one is to be built it needs npm (which brings GraalVM), Maven, gcc, the headers of zlib",
      "and 9 GiB of memory."
    },
    mixinStandardHelpOptions = true)
public final class NativeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SERVICE",
      arity = "0..*",
      description =
          "judge-service, reward-service, trainer-service; all three where none is named.")
  private List<String> services = List.of();

  @Override
  public Integer call() throws Exception {
    List<ServiceKind> kinds = ServiceNames.parse(services);
    Path root = Path.of(System.getProperty("plumbline.root"));
    NativeBuild build = new NativeBuild(root, "mvn");
    List<ServiceKind> stale = build.stale(kinds);
    if (!stale.isEmpty()) {
      NativeTools.ofThisMachine().require();
      Path log = Files.createDirectories(root.resolve("target")).resolve("plumbline-graalvm.log");
      try (StatusLine line = StatusLine.onStandardError()) {
        Path graalVm =
            new GraalVm(ModelCache.standard(System.getenv()), "npm", log, line::show).home();
        build.run(stale, graalVm, line::show);
      }
    }
    Map<ServiceKind, ServicePackage> packages = new EnumMap<>(ServiceKind.class);
    kinds.forEach(kind -> packages.put(kind, ServicePackage.of(PackageKind.NATIVE)));
    return new Proof(root).run(kinds, packages);
  }
}
