package io.plumbline.cli.objectives;

import io.plumbline.cli.output.Json;
import io.plumbline.cli.output.OutputOptions;
import io.plumbline.objectives.catalogue.Catalogue;
import io.plumbline.objectives.check.CheckReport;
import io.plumbline.objectives.check.ReferenceCaseReader;
import io.plumbline.objectives.check.ReferenceChecker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plumbline objectives check}: losses and gradients against values computed elsewhere. */
@Command(
    name = "check",
    description = {
      "Evaluates every case of a file and prints how far it is from the expected values:",
      "{cases, max_abs_error, max_relative_error, max_abs_gradient_error, failures[]}.",
      "Exit code 1 when a value is missed by more than 1e-9 relative, or 1e-6 where the file says",
      "that it was computed in single precision."
    },
    mixinStandardHelpOptions = true)
public final class ObjectivesCheckCommand implements Callable<Integer> {
  @Mixin private OutputOptions output;

  @Parameters(paramLabel = "CASES.json", description = "Reference values, as TRL's golden file.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    ReferenceCaseReader reader = new ReferenceCaseReader(Catalogue.standard());
    CheckReport report = ReferenceChecker.check(CaseFile.read(file), reader);
    CheckDocument document = CheckDocument.of(report);
    output.print(document, () -> Json.pretty(document));
    return report.failures().isEmpty() ? 0 : 1;
  }
}
