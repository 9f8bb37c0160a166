package io.plumbline.cli.proof;

import static java.util.Objects.requireNonNull;

import io.plumbline.cli.suite.ServiceKind;
import io.plumbline.cli.suite.ServiceProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What one service is tested as.
 *
 * @param kind what it is packaged as
 * @param file the package, where it is not the one that a build of ours left
 */
public record ServicePackage(PackageKind kind, Optional<Path> file) {
  public ServicePackage {
    requireNonNull(kind, "kind is null");
    requireNonNull(file, "file is null");
  }

  /** What a build of ours left. */
  public static ServicePackage of(PackageKind kind) {
    return new ServicePackage(kind, Optional.empty());
  }

  /** An executable anywhere. */
  static ServicePackage executable(Path file) {
    return new ServicePackage(PackageKind.NATIVE, Optional.of(file.toAbsolutePath()));
  }

  ServiceProgram program(ServiceKind service, Path root) throws IOException {
    return file.isPresent()
        ? ServiceProgram.executable(service, file.get())
        : kind.program(service, root);
  }

  /** For example {@code native}, or the file. */
  String described() {
    return file.map(Path::toString).orElseGet(() -> kind.name().toLowerCase(Locale.ROOT));
  }
}
