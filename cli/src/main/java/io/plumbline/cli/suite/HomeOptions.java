package io.plumbline.cli.suite;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the suite's directory. */
final class HomeOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Directory of the suite; default $PLUMBLINE_HOME or ~/.plumbline.")
  private Path data;

  SuiteHome home() {
    return SuiteHome.choose(data, System.getenv());
  }
}
