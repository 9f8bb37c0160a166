package io.plumbline.judgment.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a JSON value fits a schema: the keywords type, enum, required, properties,
 * additionalProperties (true or false), items, minItems, maxItems, minLength, maxLength, minimum
 * and maximum of JSON Schema 2020-12. Another keyword is refused rather than passed over.
 */
final class SchemaCheck implements Tool {
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "enum",
          "required",
          "properties",
          "additionalProperties",
          "items",
          "minItems",
          "maxItems",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "title",
          "description",
          "$schema");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String usage() {
    return "schema: a JSON schema, then =>, then the JSON to check, on one line";
  }

  @Override
  public String run(String input) {
    int arrow = input.indexOf("=>");
    if (arrow < 0) {
      throw new IllegalArgumentException("write schema => value");
    }
    JsonNode schema = parsed(input.substring(0, arrow), "the schema");
    Optional<JsonNode> value;
    try {
      value = Optional.of(JSON.readTree(input.substring(arrow + 2)));
    } catch (JsonProcessingException broken) {
      return "does not fit: no valid JSON";
    }
    return problem(schema, value.get(), "value").map(p -> "does not fit: " + p).orElse("fits");
  }

  private static JsonNode parsed(String text, String what) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(what + " is no valid JSON", broken);
    }
  }

  private static Optional<String> problem(JsonNode schema, JsonNode value, String path) {
    Set<String> unknown = new TreeSet<>();
    schema.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(KEYWORDS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("keywords " + unknown + " are not known here");
    }
    if (schema.has("type") && !isOfType(schema.get("type"), value)) {
      return Optional.of(path + " is not of type " + schema.get("type"));
    }
    if (schema.has("enum") && !contains(schema.get("enum"), value)) {
      return Optional.of(path + " is none of " + schema.get("enum"));
    }
    return sizes(schema, value, path)
        .or(() -> value.isObject() ? members(schema, value, path) : Optional.empty())
        .or(() -> value.isArray() ? items(schema, value, path) : Optional.empty());
  }

  private static Optional<String> sizes(JsonNode schema, JsonNode value, String path) {
    double size =
        value.isNumber()
            ? value.doubleValue()
            : value.isTextual()
                ? value.textValue().codePointCount(0, value.textValue().length())
                : value.size();
    String suffix = value.isNumber() ? "imum" : value.isTextual() ? "Length" : "Items";
    if (!value.isNumber() && !value.isTextual() && !value.isArray()) {
      return Optional.empty();
    }
    if (size < schema.path("min" + suffix).asDouble(Double.NEGATIVE_INFINITY)
        || size > schema.path("max" + suffix).asDouble(Double.POSITIVE_INFINITY)) {
      return Optional.of(path + " is outside its bounds");
    }
    return Optional.empty();
  }

  private static Optional<String> members(JsonNode schema, JsonNode value, String path) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        return Optional.of(path + "." + name.asText() + " is missing");
      }
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      JsonNode inner = schema.path("properties").path(member.getKey());
      boolean closed =
          schema.has("additionalProperties") && !schema.get("additionalProperties").asBoolean(true);
      if (inner.isMissingNode() && closed) {
        return Optional.of(path + "." + member.getKey() + " is not allowed");
      }
      Optional<String> problem =
          inner.isMissingNode()
              ? Optional.empty()
              : problem(inner, member.getValue(), path + "." + member.getKey());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> items(JsonNode schema, JsonNode value, String path) {
    for (int i = 0; schema.has("items") && i < value.size(); i++) {
      Optional<String> problem = problem(schema.get("items"), value.get(i), path + "[" + i + "]");
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static boolean contains(JsonNode options, JsonNode value) {
    for (JsonNode option : options) {
      if (option.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (isOfType(one, value)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.asText()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      case "number" -> value.isNumber();
      case "integer" -> value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
      default -> throw new IllegalArgumentException("type " + type + " is not known");
    };
  }
}
