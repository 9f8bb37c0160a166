package io.plumbline.cli.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.api.v1alpha1.Completion;
import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.preference.format.BadFieldException;
import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A prompt and the completions to rate or rank. */
record Candidates(String id, String prompt, List<String> completions) {
  private static final String EXPECTED = "{prompt, completion} or {prompt, completions: [...]}";

  static List<Candidates> read(Path file) {
    return Rows.read(file, Candidates::row, EXPECTED);
  }

  /** One prompt of ours. */
  static Candidates example() {
    return new Candidates(
        "example",
        "Why does it rain?",
        List.of(
            "Because the sky is grey.",
            "Vapour condenses to drops that grow until the air cannot hold them.",
            "It rains."));
  }

  private static Candidates row(ObjectNode row, long line) throws BadFieldException {
    if (!row.path("prompt").isTextual()) {
      throw new BadFieldException("prompt", "must be a string");
    }
    List<String> completions = new ArrayList<>();
    JsonNode listed = row.has("completions") ? row.get("completions") : row.path("completion");
    if (listed.isTextual()) {
      completions.add(listed.textValue());
    }
    for (JsonNode completion : listed) {
      if (!completion.isTextual()) {
        throw new BadFieldException("completions", "must hold strings");
      }
      completions.add(completion.textValue());
    }
    if (completions.isEmpty()) {
      throw new BadFieldException("completions", "must be there; rows are " + EXPECTED);
    }
    return new Candidates(
        row.hasNonNull("id") ? row.get("id").asText() : Long.toString(line),
        row.get("prompt").textValue(),
        completions);
  }

  List<Content> contents() {
    return completions.stream().<Content>map(PlainText::new).toList();
  }

  Prompt promptMessage() {
    return Prompt.newBuilder()
        .setId(id)
        .addMessages(
            Message.newBuilder()
                .setRole(Role.ROLE_USER)
                .addParts(ContentPart.newBuilder().setText(prompt)))
        .build();
  }

  /** With their places, from 0, as ids. */
  List<Completion> completionMessages() {
    List<Completion> messages = new ArrayList<>();
    for (int i = 0; i < completions.size(); i++) {
      messages.add(
          Completion.newBuilder()
              .setId(Integer.toString(i))
              .addParts(ContentPart.newBuilder().setText(completions.get(i)))
              .build());
    }
    return messages;
  }
}
