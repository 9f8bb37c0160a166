package io.plumbline.judgment.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The texts of a flat YAML file as Arena-Hard's are: in double quotes (which read as JSON), a list
 * of one such text, or an indented block after {@code |}.
 */
final class YamlText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private YamlText() {}

  /** The value of a key at the left margin; empty where it is absent. */
  static String value(String yaml, String key) {
    List<String> lines = yaml.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(key + ":")) {
        String rest = lines.get(i).substring(key.length() + 1).strip();
        return rest.startsWith("|") ? block(lines.subList(i + 1, lines.size())) : inline(rest, key);
      }
    }
    return "";
  }

  private static String inline(String text, String key) {
    if (!text.startsWith("\"") && !text.startsWith("[")) {
      return text.equals("null") || text.equals("~") ? "" : text;
    }
    try {
      JsonNode value = JSON.readTree(text);
      return value.isArray() ? value.path(0).asText() : value.asText();
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(
          key + " must be a text in double quotes on one line, or a block after |", broken);
    }
  }

  private static String block(List<String> lines) {
    int indent =
        lines.stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .map(line -> line.length() - line.stripLeading().length())
            .orElse(0);
    return lines.stream()
        .takeWhile(line -> line.isBlank() || line.startsWith(" "))
        .map(line -> line.length() >= indent ? line.substring(indent) : "")
        .collect(Collectors.joining("\n"))
        .strip();
  }
}
