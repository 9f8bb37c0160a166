package io.plumbline.judgment.template;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * A template from a file of the field: AlpacaEval's and LLMBar's texts (ChatML turns), MT-bench's
 * {@code judge_prompts.jsonl} (a named line with {@code system_prompt}, {@code prompt_template} and
 * {@code output_format}), Arena-Hard's configuration (YAML with {@code prompt_template} and maybe
 * {@code system_prompt}), or any text with placeholders.
 *
 * @param system text of a system turn; empty for none, or where the user text is ChatML
 * @param user text of the user's turn, or ChatML turns
 * @param reader the name of the reader that the text asks the judge to answer for; empty where the
 *     text does not say
 */
public record TemplateFile(String system, String user, String reader) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public TemplateFile {
    requireNonNull(system, "system is null");
    requireNonNull(user, "user is null");
    requireNonNull(reader, "reader is null");
  }

  /**
   * @param name of the line where the file holds several templates; empty for the first
   * @throws IllegalArgumentException if the file holds no template of that name
   */
  public static TemplateFile read(String text, String name) {
    String stripped = text.strip();
    if (stripped.startsWith("{\"") && stripped.contains("\"prompt_template\"")) {
      return ofLines(stripped, name);
    }
    if (stripped.lines().anyMatch(line -> line.startsWith("prompt_template:"))) {
      return of(
          YamlText.value(stripped, "system_prompt"),
          YamlText.value(stripped, "prompt_template"),
          stripped);
    }
    return of("", stripped, stripped);
  }

  public Template template() {
    return system.isEmpty() ? Template.parse(user) : Template.of(system, user);
  }

  private static TemplateFile ofLines(String text, String name) {
    List<String> names = new ArrayList<>();
    for (String line : text.lines().filter(row -> !row.isBlank()).toList()) {
      JsonNode row;
      try {
        row = JSON.readTree(line);
      } catch (JsonProcessingException broken) {
        throw new IllegalArgumentException(
            "line " + (names.size() + 1) + " of the template file is no JSON object", broken);
      }
      names.add(row.path("name").asText());
      if (name.isEmpty() || name.equals(row.path("name").asText())) {
        return of(
            row.path("system_prompt").asText(),
            row.path("prompt_template").asText(),
            row.path("output_format").asText() + row.path("system_prompt").asText());
      }
    }
    throw new IllegalArgumentException("no template is named '" + name + "'; known are " + names);
  }

  private static TemplateFile of(String system, String user, String hint) {
    return new TemplateFile(system, user, reader(hint));
  }

  // The form that a template asks for stands in its text.
  private static String reader(String text) {
    if (text.contains("[[A>>B]]") || text.contains("[AB<>=]")) {
      return "arena-hard";
    }
    if (text.contains("[[rating]]")) {
      return "mt-bench-rating";
    }
    if (text.contains("[[A]]")) {
      return "mt-bench";
    }
    if (text.contains("[RESULT]")) {
      return "prometheus";
    }
    if (text.contains("m or M") || text.contains("\"model_identifier\": \"m\"")) {
      return "alpaca-eval";
    }
    return text.contains("Output (a)") ? "llmbar" : "";
  }
}
