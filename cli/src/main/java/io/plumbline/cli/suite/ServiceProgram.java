package io.plumbline.cli.suite;

import static java.util.Objects.requireNonNull;

import io.plumbline.cli.failure.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a service is started as.
 *
 * @param command the program and its arguments
 * @param remark what the service's log is to say first
 * @param shutdown how long it may take to end before it is killed
 */
public record ServiceProgram(List<String> command, Optional<String> remark, Duration shutdown) {
  private static final Duration SHUTDOWN = Duration.ofSeconds(15);

  /** An archive is written when the program ends, by a second Java. */
  private static final Duration RECORDING = Duration.ofMinutes(5);

  public ServiceProgram {
    command = List.copyOf(command);
    requireNonNull(remark, "remark is null");
    requireNonNull(shutdown, "shutdown is null");
  }

  private ServiceProgram(List<String> command, Optional<String> remark) {
    this(command, remark, SHUTDOWN);
  }

  /** The package that the ordinary build makes, with the archive of its classes where it fits. */
  public static ServiceProgram ordinary(ServiceKind kind, Path root) {
    Path jar = require(kind, jar(kind, root));
    ClassArchive archive = ClassArchive.of(jar);
    return new ServiceProgram(java(kind, archive.flags(), jar), archive.remark());
  }

  /** A Java package anywhere. */
  public static ServiceProgram java(ServiceKind kind, Path jar) {
    return new ServiceProgram(java(kind, List.of(), require(kind, jar)), Optional.empty());
  }

  /** The package that the ordinary build makes, which archives its classes when it ends. */
  public static ServiceProgram recording(ServiceKind kind, Path root) {
    Path jar = require(kind, jar(kind, root));
    return new ServiceProgram(
        java(kind, ClassArchive.recordingFlags(jar), jar), Optional.empty(), RECORDING);
  }

  /**
   * Says that what {@link #recording} gave has ended, so that its archive is there.
   *
   * @return the archive
   */
  public static Path recorded(ServiceKind kind, Path root) {
    return ClassArchive.recorded(jar(kind, root));
  }

  /**
   * As {@link #ordinary}, of a Java that refuses to start where it cannot use the archive.
   *
   * @param log where it says from where it took which class: {@link ArchiveUse}
   */
  public static ServiceProgram checking(ServiceKind kind, Path root, Path log) {
    Path jar = require(kind, jar(kind, root));
    ClassArchive archive = ClassArchive.of(jar);
    return new ServiceProgram(java(kind, archive.checkingFlags(log), jar), archive.remark());
  }

  /** Deletes an archive that is of no use. */
  public static void forget(ServiceKind kind, Path root) {
    ClassArchive.delete(jar(kind, root));
  }

  /** A native executable. */
  public static ServiceProgram executable(ServiceKind kind, Path program) {
    return new ServiceProgram(
        List.of(require(kind, program).toString(), "-Xmx%dm".formatted(kind.heapMegabytes())),
        Optional.empty());
  }

  private static Path jar(ServiceKind kind, Path root) {
    return root.resolve(kind.serviceName()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  private static List<String> java(ServiceKind kind, List<String> flags, Path jar) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JavaFlags.of(kind.heapMegabytes()));
    command.addAll(flags);
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  private static Path require(ServiceKind kind, Path file) {
    if (!Files.exists(file)) {
      throw new UsageException(
          "%s is not built: %s is missing".formatted(kind.serviceName(), file));
    }
    return file;
  }
}
