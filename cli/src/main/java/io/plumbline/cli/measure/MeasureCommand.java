package io.plumbline.cli.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.input.TextFile;
import io.plumbline.cli.output.Json;
import io.plumbline.cli.output.OutputOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline measure}: one statistic on one JSON document; without a name, the list. */
@Command(
    name = "measure",
    description = "Computes one statistic from a JSON document; without a name, lists them all.",
    mixinStandardHelpOptions = true)
public final class MeasureCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The statistic.")
  private String name;

  @Option(
      names = "--input",
      paramLabel = "F",
      description = "The JSON document; without it the statistic's example is computed.")
  private Path input;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    if (name == null) {
      output.print(
          Measures.all().stream()
              .map(
                  measure ->
                      Map.of(
                          "name", measure.name(),
                          "method", measure.method(),
                          "summary", measure.summary(),
                          "example", measure.example()))
              .toList(),
          MeasureCommand::list);
      return 0;
    }
    Measure measure =
        Measures.all().stream()
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no measure " + name + "; plumbline measure lists them"));
    JsonNode result;
    try {
      Object computed = measure.compute().apply(document(measure));
      result = FiniteJson.of(Json.mapper().valueToTree(computed));
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      throw new UsageException(measure.name() + ": " + wrong.getMessage(), wrong);
    }
    output.print(result, () -> Json.pretty(result));
    return 0;
  }

  private JsonNode document(Measure measure) {
    return input == null
        ? parse(measure.example(), "the example")
        : TextFile.read(
            input,
            (reader, source) -> parse(reader.lines().collect(Collectors.joining("\n")), source));
  }

  private static JsonNode parse(String text, String source) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException broken) {
      throw new UsageException(
          "%s, line %d: %s"
              .formatted(source, broken.getLocation().getLineNr(), broken.getOriginalMessage()),
          broken);
    }
  }

  private static String list() {
    List<Measure> all = Measures.all();
    int width = all.stream().mapToInt(measure -> measure.name().length()).max().orElse(0);
    return all.stream()
        .map(measure -> ("%-" + width + "s  %s").formatted(measure.name(), measure.summary()))
        .collect(Collectors.joining("\n"));
  }
}
