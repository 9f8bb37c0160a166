package io.plumbline.cli.objectives;

import io.plumbline.cli.output.OutputOptions;
import io.plumbline.objectives.catalogue.Catalogue;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plumbline objectives list}: every loss that can be trained with. */
@Command(
    name = "list",
    description = {
      "Lists the training objectives with their equations; -o json prints channels and sources too.",
      "Exit code 1 when nothing is found."
    },
    mixinStandardHelpOptions = true)
public final class ObjectivesListCommand implements Callable<Integer> {
  @Mixin private OutputOptions output;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORDS",
      description = "Words of the name, the title or the source, or the number in METHODS.")
  private List<String> words = List.of();

  @Override
  public Integer call() {
    List<ObjectiveRow> found =
        Catalogue.standard().entries().stream()
            .map(ObjectiveRow::of)
            .filter(row -> row.matches(words))
            .toList();
    output.print(found, () -> render(found));
    return found.isEmpty() ? 1 : 0;
  }

  private String render(List<ObjectiveRow> found) {
    if (found.isEmpty()) {
      return "No objective matches \"" + String.join(" ", words) + "\"; try fewer words.";
    }
    return found.stream().map(ObjectiveRow::text).collect(Collectors.joining());
  }
}
