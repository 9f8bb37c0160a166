package io.plumbline.reward.grpc;

import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.reward.failure.InvalidFieldException;
import io.plumbline.reward.upstream.Turn;
import java.util.List;
import java.util.stream.Collectors;

/** The texts in content parts. */
final class Texts {
  private static final int LONGEST = 200_000;

  private Texts() {}

  static boolean hasMedia(List<ContentPart> parts) {
    return parts.stream().anyMatch(part -> !part.hasText());
  }

  static String text(String field, List<ContentPart> parts) {
    String text = joined(parts);
    requireShort(field, text);
    return text;
  }

  static String joined(List<ContentPart> parts) {
    return parts.stream().map(ContentPart::getText).collect(Collectors.joining());
  }

  static void requireShort(String field, String text) {
    if (text.length() > LONGEST) {
      throw new InvalidFieldException(
          field, "has %d characters: at most %d are read".formatted(text.length(), LONGEST));
    }
  }

  /** A prompt's turns, of which only the texts are read. */
  static List<Turn> turns(Prompt prompt) {
    return prompt.getMessagesList().stream()
        .map(message -> new Turn(role(message.getRole()), joined(message.getPartsList())))
        .toList();
  }

  private static String role(Role role) {
    return switch (role) {
      case ROLE_SYSTEM, ROLE_DEVELOPER -> "system";
      case ROLE_ASSISTANT -> "assistant";
      case ROLE_TOOL -> "tool";
      case ROLE_UNSPECIFIED, ROLE_USER, UNRECOGNIZED -> "user";
    };
  }

  /** What tells prompts apart: the client's id, else the text; empty where there is neither. */
  static String promptKey(Prompt prompt) {
    if (!prompt.getId().isEmpty()) {
      return prompt.getId();
    }
    return prompt.getMessagesList().stream()
        .flatMap(message -> message.getPartsList().stream())
        .map(ContentPart::getText)
        .collect(Collectors.joining("\n"));
  }
}
