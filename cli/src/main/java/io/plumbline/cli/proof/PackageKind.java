package io.plumbline.cli.proof;

import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceProgram;
import java.io.IOException;
import java.nio.file.Path;

/** What a service can be packaged as. */
public enum PackageKind {
  /** The jars of the ordinary build, with the archive of their classes where there is one. */
  JVM,
  /** The jars of the older Quarkus line: {@code mvn -Pquick,native-canary package}. */
  CANARY,
  /** The executable of the older Quarkus line. */
  NATIVE,
  /** The jars of the ordinary build, whose classes are archived when the tests have ended. */
  RECORD;

  /**
   * How a service is started as this.
   *
   * @throws io.plumbline.cli.failure.UsageException where the package is missing, or older than its
   *     sources
   */
  ServiceProgram program(ServiceKind kind, Path root) throws IOException {
    return switch (this) {
      case JVM -> ServiceProgram.ordinary(kind, root);
      case CANARY -> ServiceProgram.java(kind, new OlderLine(root, kind).freshJar());
      case NATIVE -> ServiceProgram.executable(kind, new OlderLine(root, kind).freshExecutable());
      case RECORD -> ServiceProgram.recording(kind, root);
    };
  }
}
