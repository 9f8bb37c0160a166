package io.plumbline.cli.methods;

import io.plumbline.cli.output.OutputOptions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plumbline methods}: finds a paper's method and prints the command that runs it. */
@Command(
    name = "methods",
    description = {
      "Finds a paper's method and prints the command that runs it.",
      "Exit code 1 when nothing is found."
    },
    mixinStandardHelpOptions = true)
public final class MethodsCommand implements Callable<Integer> {
  @Mixin private OutputOptions output;

  @Parameters(
      arity = "0..*",
      paramLabel = "WORDS",
      description =
          "Words of the name, the title, the kind or the state, or the number; all must match.")
  private List<String> words = List.of();

  @Override
  public Integer call() {
    List<Method> found = MethodCatalogue.load().find(words);
    output.print(found, () -> render(found));
    return found.isEmpty() ? 1 : 0;
  }

  private String render(List<Method> found) {
    if (found.isEmpty()) {
      return "No method matches \"" + String.join(" ", words) + "\"; try fewer words.";
    }
    return found.stream().map(MethodsCommand::render).collect(Collectors.joining("\n"));
  }

  private static String render(Method method) {
    String text =
        "%3d  %s (%s, %s)%n     %s%n     %s%n"
            .formatted(
                method.number(),
                method.name(),
                method.kind(),
                method.state().name().toLowerCase(Locale.ROOT),
                method.title(),
                method.summary());
    return method.command().isEmpty() ? text : text + "     $ %s%n".formatted(method.command());
  }
}
