package io.plumbline.cli.nativeimage;

import io.plumbline.cli.suite.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Maven build of executables on the older Quarkus line, one after the other.
 *
 * @param root the clone
 */
record NativeBuild(Path root) {
  /** The only part that may be missing in an executable: what runs models in the process. */
  private static final String WITHOUT_EMBEDDED_ENCODER =
      "-Dplumbline.reward.encoder.embedded=false";

  private static final List<String> BENEATH =
      List.of(
          "api",
          "preference",
          "statistics",
          "objectives",
          "judgment",
          "reward-models",
          "service-kit");

  /** Where the executable of a service lies. */
  static Path executable(Path root, ServiceKind kind) {
    return root.resolve(kind.serviceName())
        .resolve("target/canary/plumbline-%s-0.1.0-SNAPSHOT-runner".formatted(kind.serviceName()));
  }

  /** Builds the executables that are missing or older than their sources. */
  void run(List<ServiceKind> kinds, Path graalVm, Consumer<String> progress) throws IOException {
    Path log = Files.createDirectories(root.resolve("target")).resolve("plumbline-native.log");
    List<ServiceKind> stale = new ArrayList<>();
    for (ServiceKind kind : kinds) {
      if (isStale(kind)) {
        stale.add(kind);
      }
    }
    if (stale.isEmpty()) {
      return;
    }
    String modules = stale.stream().map(ServiceKind::serviceName).collect(Collectors.joining(","));
    progress.accept(
        "building %s as executables, ten minutes each (log: %s)".formatted(modules, log));
    Files.deleteIfExists(log);
    Tools.run(
        "build " + modules,
        "the log says why",
        root,
        log,
        // Maven runs on the Java of the PATH: the older line is older than the newest Java here.
        Map.of("GRAALVM_HOME", graalVm.toString(), "JAVA_HOME", ""),
        List.of(
            "mvn",
            "-B",
            "-ntp",
            "-Pquick,native-canary,native",
            WITHOUT_EMBEDDED_ENCODER,
            "-pl",
            modules,
            "-am",
            "package"));
  }

  private boolean isStale(ServiceKind kind) throws IOException {
    Path executable = executable(root, kind);
    if (!Files.exists(executable)) {
      return true;
    }
    FileTime built = Files.getLastModifiedTime(executable);
    for (String module : Stream.concat(BENEATH.stream(), Stream.of(kind.serviceName())).toList()) {
      if (changedAfter(built, root.resolve(module).resolve("src"))) {
        return true;
      }
    }
    return changedAfter(built, root.resolve("pom.xml"));
  }

  private static boolean changedAfter(FileTime time, Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(each -> !each.toString().contains("/src/test/")).toList()) {
        if (Files.getLastModifiedTime(file).compareTo(time) > 0) {
          return true;
        }
      }
      return false;
    }
  }
}
