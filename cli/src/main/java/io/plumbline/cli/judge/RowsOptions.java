package io.plumbline.cli.judge;

import io.plumbline.cli.output.OutputFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code -o text|json} of commands that print rows as they come. */
final class RowsOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "text|json",
      description = "text: one row per line (default); json: one array.")
  private OutputFormat format = OutputFormat.TEXT;

  /** Rows on standard output. */
  RowsOutput open() {
    return new RowsOutput(command.commandLine().getOut(), format);
  }
}
