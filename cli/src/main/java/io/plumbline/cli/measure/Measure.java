package io.plumbline.cli.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.cli.output.Json;
import java.util.function.Function;

/**
 * A statistic that reads one JSON document and gives another.
 *
 * @param name what it is called at the prompt
 * @param method number of the paper in the catalogue of methods; 0 for none
 * @param summary what it says, in one line
 * @param example an input to copy
 * @param compute from the input to what is printed
 */
record Measure(
    String name, int method, String summary, String example, Function<JsonNode, Object> compute) {

  /** A measure whose input is a record. */
  static <T> Measure of(
      String name,
      int method,
      String summary,
      String example,
      Class<T> input,
      Function<T, Object> compute) {
    return new Measure(
        name,
        method,
        summary,
        example,
        document -> compute.apply(convert(name, document, input, example)));
  }

  private static <T> T convert(String name, JsonNode document, Class<T> input, String example) {
    T converted;
    try {
      converted = Json.mapper().treeToValue(document, input);
    } catch (JsonProcessingException wrong) {
      throw new UsageException(
          "%s cannot use the input: %s; an example: %s"
              .formatted(name, wrong.getOriginalMessage(), example),
          wrong);
    }
    if (converted == null) {
      throw new UsageException(name + " got no input; an example: " + example);
    }
    return converted;
  }
}
