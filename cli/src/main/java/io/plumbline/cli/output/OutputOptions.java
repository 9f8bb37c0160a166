package io.plumbline.cli.output;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code -o text|json}; a mixin for every command that prints a result. */
public final class OutputOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "text|json",
      description = "How the result is printed: ${COMPLETION-CANDIDATES}; default text.")
  private OutputFormat format = OutputFormat.TEXT;

  public boolean json() {
    return format == OutputFormat.JSON;
  }

  /**
   * Prints a result on standard output.
   *
   * @param document what Jackson writes as JSON
   * @param text what people read; asked for only when it is wanted
   */
  public void print(Object document, Supplier<String> text) {
    String rendered = json() ? Json.pretty(document) : text.get();
    command.commandLine().getOut().println(rendered.stripTrailing());
    command.commandLine().getOut().flush();
  }
}
