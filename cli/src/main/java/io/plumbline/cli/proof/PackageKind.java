package io.plumbline.cli.proof;

import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceProgram;
import java.nio.file.Path;

/** What a service can be packaged as. */
public enum PackageKind {
  /** The jars of the ordinary build, with the archive of their classes where there is one. */
  JVM,
  /** The jars of the older Quarkus line: {@code mvn package -Pquick,native-canary}. */
  CANARY,
  /** The executable of the older Quarkus line. */
  NATIVE,
  /** The jars of the ordinary build, whose classes are archived when the tests have ended. */
  RECORD;

  ServiceProgram program(ServiceKind kind, Path root) {
    Path module = root.resolve(kind.serviceName());
    return switch (this) {
      case JVM -> ServiceProgram.ordinary(kind, root);
      case CANARY ->
          ServiceProgram.java(kind, module.resolve("target/canary/quarkus-app/quarkus-run.jar"));
      case NATIVE ->
          ServiceProgram.executable(
              kind,
              module.resolve(
                  "target/canary/plumbline-%s-0.1.0-SNAPSHOT-runner"
                      .formatted(kind.serviceName())));
      case RECORD -> ServiceProgram.recording(kind, root);
    };
  }
}
