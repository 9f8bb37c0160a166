package io.plumbline.judge.mapping;

import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Reads comparisons; one without a text on either side is refused with the field's name. */
public final class ComparisonMapping {
  private static final int LONGEST_TEXT = 1_000_000;

  private ComparisonMapping() {}

  /**
   * @param field the comparison's path in the request
   */
  public static Comparison comparison(io.plumbline.api.v1alpha1.Comparison message, String field) {
    if (message.getId().isBlank()) {
      throw new InvalidRequestException(field + ".id", "must name the comparison");
    }
    Prompt prompt = message.getPrompt();
    return new Comparison(
        message.getId(),
        prompt.getId().isEmpty() ? message.getId() : prompt.getId(),
        prompt(prompt, field + ".prompt"),
        completion(message.getA(), field + ".a"),
        completion(message.getB(), field + ".b"));
  }

  private static Content prompt(Prompt prompt, String field) {
    if (prompt.getMessagesCount() == 1 && prompt.getMessages(0).getRole() == Role.ROLE_USER) {
      return new PlainText(text(prompt.getMessages(0).getPartsList(), field + ".messages[0]"));
    }
    List<io.plumbline.preference.message.Message> turns = new ArrayList<>();
    for (int i = 0; i < prompt.getMessagesCount(); i++) {
      Message turn = prompt.getMessages(i);
      String path = field + ".messages[" + i + "]";
      turns.add(
          io.plumbline.preference.message.Message.text(
              role(turn.getRole(), path), text(turn.getPartsList(), path)));
    }
    return new Conversation(turns);
  }

  private static Completion completion(
      io.plumbline.api.v1alpha1.Completion completion, String field) {
    return new Completion(
        new PlainText(text(completion.getPartsList(), field)), completion.getModel());
  }

  private static String text(List<ContentPart> parts, String field) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).hasText()) {
        throw new InvalidRequestException(
            field + ".parts[" + i + "]", "must be text: this service does not judge media yet");
      }
      text.append(parts.get(i).getText());
    }
    if (text.length() > LONGEST_TEXT) {
      throw new InvalidRequestException(
          field, "must not exceed " + LONGEST_TEXT + " characters, has " + text.length());
    }
    return text.toString();
  }

  private static io.plumbline.preference.message.Role role(Role role, String field) {
    return switch (role) {
      case ROLE_SYSTEM -> io.plumbline.preference.message.Role.SYSTEM;
      case ROLE_USER -> io.plumbline.preference.message.Role.USER;
      case ROLE_ASSISTANT -> io.plumbline.preference.message.Role.ASSISTANT;
      case ROLE_TOOL -> io.plumbline.preference.message.Role.TOOL;
      default -> throw new InvalidRequestException(field + ".role", "must be set");
    };
  }
}
