package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.cli.failure.UsageException;
import io.plumbline.preference.format.BadFieldException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A prompt to write pairs for.
 *
 * @param written as it stands in its row: a string, or turns {@code {role, content}}
 * @param material what the judge's protocol needs, by name
 */
record PromptRow(String id, JsonNode written, Map<String, String> material) {
  private static final String EXPECTED = "{prompt}, with id and material optional";
  private static final Map<String, Role> ROLES =
      Map.of("system", Role.ROLE_SYSTEM, "user", Role.ROLE_USER, "assistant", Role.ROLE_ASSISTANT);

  static List<PromptRow> read(Path file) {
    List<PromptRow> rows = Rows.read(file, PromptRow::row, EXPECTED);
    Set<String> ids = new HashSet<>();
    for (PromptRow row : rows) {
      if (!ids.add(row.id())) {
        throw new UsageException(file + ": two rows have the id '" + row.id() + "'");
      }
    }
    return rows;
  }

  private static PromptRow row(ObjectNode row, long line) throws BadFieldException {
    JsonNode prompt = row.path("prompt");
    if (!prompt.isTextual() && !(prompt.isArray() && !prompt.isEmpty())) {
      throw new BadFieldException("prompt", "must be a string or a list of {role, content}");
    }
    for (JsonNode turn : prompt) {
      if (!ROLES.containsKey(turn.path("role").asText()) || !turn.path("content").isTextual()) {
        throw new BadFieldException(
            "prompt", "must hold turns {role: system|user|assistant, content: string}");
      }
    }
    Map<String, String> material = new TreeMap<>();
    for (Map.Entry<String, JsonNode> text : row.path("material").properties()) {
      if (!text.getValue().isTextual()) {
        throw new BadFieldException("material." + text.getKey(), "must be a string");
      }
      material.put(text.getKey(), text.getValue().textValue());
    }
    return new PromptRow(
        row.hasNonNull("id") ? row.get("id").asText() : Long.toString(line), prompt, material);
  }

  Prompt message() {
    Prompt.Builder message = Prompt.newBuilder().setId(id);
    if (written.isTextual()) {
      return message.addMessages(turn(Role.ROLE_USER, written.textValue())).build();
    }
    for (JsonNode turn : written) {
      message.addMessages(
          turn(ROLES.get(turn.get("role").textValue()), turn.get("content").textValue()));
    }
    return message.build();
  }

  private static Message turn(Role role, String text) {
    return Message.newBuilder()
        .setRole(role)
        .addParts(ContentPart.newBuilder().setText(text))
        .build();
  }
}
