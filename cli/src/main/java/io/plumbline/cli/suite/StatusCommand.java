package io.plumbline.cli.suite;

import io.plumbline.cli.output.OutputOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plumbline status}: what of the embedded suite runs, and where it answers. */
@Command(
    name = "status",
    description = "Shows what of the embedded suite runs; exit code 1 when not all of it does.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
  @Mixin private HomeOptions homeOptions;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() throws Exception {
    SuiteHome home = homeOptions.home();
    SuiteReport report = SuiteReport.of(home, SuiteState.read(home.state()));
    report.print(output);
    return report.state().equals("ready") ? 0 : 1;
  }
}
