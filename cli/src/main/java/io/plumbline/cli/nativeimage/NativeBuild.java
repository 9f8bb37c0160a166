package io.plumbline.cli.nativeimage;

import static java.util.Objects.requireNonNull;

import io.plumbline.cli.failure.CommandFailedException;
import io.plumbline.cli.proof.OlderLine;
import io.plumbline.cli.suite.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The Maven build of executables on the older Quarkus line, one after the other.
 *
 * @param root the clone
 * @param maven the program
 */
record NativeBuild(Path root, String maven) {
  /** The only part that may be missing in an executable: what runs models in the process. */
  private static final String WITHOUT_EMBEDDED_ENCODER =
      "-Dplumbline.reward.encoder.embedded=false";

  /** How Quarkus, the JVM and a killed process say it. */
  private static final List<String> OUT_OF_MEMORY =
      List.of("indicates an out of memory error", "java.lang.OutOfMemoryError", "Exit code: 137");

  NativeBuild {
    requireNonNull(root, "root is null");
    requireNonNull(maven, "maven is null");
  }

  /** Those whose executables are missing or older than their sources. */
  List<ServiceKind> stale(List<ServiceKind> kinds) throws IOException {
    List<ServiceKind> stale = new ArrayList<>();
    for (ServiceKind kind : kinds) {
      if (new OlderLine(root, kind).staleExecutable().isPresent()) {
        stale.add(kind);
      }
    }
    return stale;
  }

  /**
   * Builds executables.
   *
   * @param graalVm the builder, and the JDK that Maven runs on: the older line knows no newer Java
   * @throws CommandFailedException with the reason where the build fails
   */
  void run(List<ServiceKind> kinds, Path graalVm, Consumer<String> progress) throws IOException {
    Path log = Files.createDirectories(root.resolve("target")).resolve("plumbline-native.log");
    String modules = kinds.stream().map(ServiceKind::serviceName).collect(Collectors.joining(","));
    progress.accept(
        "building %s as executables, ten minutes each (log: %s)".formatted(modules, log));
    Files.deleteIfExists(log);
    FileTime started = FileTime.from(Instant.now());
    try {
      Tools.run(
          "build " + modules,
          "install Maven 3.8.7 or newer",
          root,
          log,
          Map.of("GRAALVM_HOME", graalVm.toString(), "JAVA_HOME", graalVm.toString()),
          List.of(
              maven,
              "-B",
              "-ntp",
              "-Pquick,native-canary,native",
              WITHOUT_EMBEDDED_ENCODER,
              "-pl",
              modules,
              "-am",
              "package"));
    } catch (CommandFailedException failed) {
      throw outOfMemory(log) ? tooLittleMemory(modules, log, failed) : failed;
    }
    for (ServiceKind kind : kinds) {
      // What was changed while the build ran counts as changed after it.
      Files.setLastModifiedTime(new OlderLine(root, kind).executable(), started);
    }
  }

  private static boolean outOfMemory(Path log) throws IOException {
    for (String said : OUT_OF_MEMORY) {
      if (new ToolLog(log).contains(said)) {
        return true;
      }
    }
    return false;
  }

  private static CommandFailedException tooLittleMemory(
      String modules, Path log, CommandFailedException cause) {
    return new CommandFailedException(
        "cannot build %s: native-image ran out of memory, it needs %.1f GiB; stop other programs, raise the container's limit or use a larger machine (log: %s)"
            .formatted(modules, NativeTools.BYTES / AvailableMemory.GIBIBYTE, log),
        cause);
  }
}
