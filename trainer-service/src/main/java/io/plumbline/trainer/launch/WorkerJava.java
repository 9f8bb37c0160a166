package io.plumbline.trainer.launch;

import com.google.rpc.Code;
import io.plumbline.trainer.fault.Fault;
import java.nio.file.Path;
import java.util.Optional;

/** The Java that runs a worker's jar. */
final class WorkerJava {
  private WorkerJava() {}

  /**
   * The Java that is named, or the one that runs this service.
   *
   * @param home the system property {@code java.home}; null in a native executable
   * @throws Fault {@code FAILED_PRECONDITION} where there is neither
   */
  static Path of(Optional<Path> named, String home) {
    if (named.isPresent()) {
      return named.get();
    }
    if (home == null) {
      throw new Fault(
          Code.FAILED_PRECONDITION,
          "plumbline.worker.java: is not set, and an executable has no Java of its own; name a Java 17 or newer, for example /usr/bin/java");
    }
    return Path.of(home, "bin", "java");
  }
}
