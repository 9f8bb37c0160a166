package io.plumbline.judge.mapping;

import io.plumbline.api.v1alpha1.ContentPart;
import io.plumbline.api.v1alpha1.JudgeSpec;
import io.plumbline.api.v1alpha1.Message;
import io.plumbline.api.v1alpha1.Prompt;
import io.plumbline.api.v1alpha1.Role;
import io.plumbline.judge.judging.Judges;
import io.plumbline.judge.request.InvalidRequestException;
import io.plumbline.judgment.media.MediaMark;
import io.plumbline.judgment.protocol.Question;
import io.plumbline.preference.Comparison;
import io.plumbline.preference.Completion;
import io.plumbline.preference.message.Content;
import io.plumbline.preference.message.Conversation;
import io.plumbline.preference.message.MediaPart;
import io.plumbline.preference.message.PlainText;
import io.plumbline.preference.message.TextPart;
import java.util.ArrayList;
import java.util.List;

/** Reads comparisons; what cannot be judged is refused with the field's name. */
public final class ComparisonMapping {
  private static final int LONGEST_TEXT = 1_000_000;

  private ComparisonMapping() {}

  /**
   * What a judge is asked: its own principle holds where the comparison brings none.
   *
   * @param field the comparison's path in the request
   */
  public static Question question(
      JudgeSpec judge, io.plumbline.api.v1alpha1.Comparison message, String field) {
    return new Question(
        comparison(message, field),
        message.getPrinciple().isEmpty() ? judge.getPrinciple() : message.getPrinciple(),
        message.getMaterialMap());
  }

  /**
   * @param field the comparison's path in the request
   */
  public static Comparison comparison(io.plumbline.api.v1alpha1.Comparison message, String field) {
    if (message.getId().isBlank()) {
      throw new InvalidRequestException(field + ".id", "must name the comparison");
    }
    Judges.requirePrinciple(message.getPrinciple(), field);
    Prompt prompt = message.getPrompt();
    return new Comparison(
        message.getId(),
        prompt.getId().isEmpty() ? message.getId() : prompt.getId(),
        prompt(prompt, field + ".prompt"),
        answer(message.getA(), message.getATurnsList(), field + ".a"),
        answer(message.getB(), message.getBTurnsList(), field + ".b"));
  }

  private static Completion answer(
      io.plumbline.api.v1alpha1.Completion completion, List<Message> turns, String field) {
    if (turns.isEmpty()) {
      return completion(completion, field);
    }
    if (completion.getPartsCount() > 0) {
      throw new InvalidRequestException(
          field + "_turns", "must be empty where " + field + ".parts are given");
    }
    return new Completion(turns(turns, field + "_turns"), completion.getModel());
  }

  /**
   * @param field the prompt's path in the request
   */
  public static Content prompt(Prompt prompt, String field) {
    if (prompt.getMessagesCount() == 1 && prompt.getMessages(0).getRole() == Role.ROLE_USER) {
      return content(
          io.plumbline.preference.message.Role.USER,
          prompt.getMessages(0).getPartsList(),
          field + ".messages[0]");
    }
    return turns(prompt.getMessagesList(), field + ".messages");
  }

  private static Conversation turns(List<Message> messages, String field) {
    List<io.plumbline.preference.message.Message> turns = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      String path = field + "[" + i + "]";
      turns.add(
          new io.plumbline.preference.message.Message(
              role(messages.get(i).getRole(), path), parts(messages.get(i).getPartsList(), path)));
    }
    return new Conversation(turns);
  }

  /**
   * @param field the completion's path in the request
   */
  public static Completion completion(
      io.plumbline.api.v1alpha1.Completion completion, String field) {
    return new Completion(
        content(io.plumbline.preference.message.Role.ASSISTANT, completion.getPartsList(), field),
        completion.getModel());
  }

  private static Content content(
      io.plumbline.preference.message.Role role, List<ContentPart> parts, String field) {
    io.plumbline.preference.message.Message message =
        new io.plumbline.preference.message.Message(role, parts(parts, field));
    return message.parts().stream().anyMatch(MediaPart.class::isInstance)
        ? new Conversation(List.of(message))
        : new PlainText(message.text());
  }

  // A medium leaves its mark in the text, which is all that most of a judgment reads.
  private static List<io.plumbline.preference.message.ContentPart> parts(
      List<ContentPart> parts, String field) {
    List<io.plumbline.preference.message.ContentPart> read = new ArrayList<>();
    int length = 0;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).hasText()) {
        length += parts.get(i).getText().length();
        read.add(new TextPart(parts.get(i).getText()));
      } else {
        read.add(MediaMapping.media(parts.get(i), field + ".parts[" + i + "]"));
      }
    }
    if (length > LONGEST_TEXT) {
      throw new InvalidRequestException(
          field, "must not exceed " + LONGEST_TEXT + " characters, has " + length);
    }
    return MediaMark.before(read);
  }

  private static io.plumbline.preference.message.Role role(Role role, String field) {
    return switch (role) {
      case ROLE_SYSTEM -> io.plumbline.preference.message.Role.SYSTEM;
      case ROLE_USER -> io.plumbline.preference.message.Role.USER;
      case ROLE_ASSISTANT -> io.plumbline.preference.message.Role.ASSISTANT;
      case ROLE_DEVELOPER -> io.plumbline.preference.message.Role.DEVELOPER;
      case ROLE_TOOL -> io.plumbline.preference.message.Role.TOOL;
      default -> throw new InvalidRequestException(field + ".role", "must be set");
    };
  }
}
